package org.tiyun.language.model;

/** How an uncertain parameter is drawn. */
public sealed interface Distribution {

  record Uniform(double low, double high) implements Distribution {}

  /** Triangular on [low, high] with its peak at mode. */
  record Triangular(double low, double mode, double high) implements Distribution {}

  record Normal(double mean, double deviation) implements Distribution {}

  /** Mean and deviation of the logarithm. */
  record LogNormal(double mean, double deviation) implements Distribution {}
}
