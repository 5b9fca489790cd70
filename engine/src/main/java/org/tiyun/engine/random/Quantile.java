package org.tiyun.engine.random;

import org.tiyun.language.elementary.Elementary;
import org.tiyun.language.model.Distribution;

/** Quantile functions of the distributions of a model. */
public final class Quantile {
  private Quantile() {}

  /** The value below which the quantity lies with probability {@code p} in (0, 1). */
  public static double of(Distribution distribution, double p) {
    return switch (distribution) {
      case Distribution.Uniform(double low, double high) -> low + p * (high - low);
      case Distribution.Triangular(double low, double mode, double high) -> {
        double width = high - low;
        double rise = mode - low;
        yield width == 0
            ? low
            : p * width < rise
                ? low + Math.sqrt(p * width * rise)
                : high - Math.sqrt((1 - p) * width * (high - mode));
      }
      case Distribution.Normal(double mean, double deviation) ->
          mean + deviation * Normal.quantile(p);
      case Distribution.LogNormal(double mean, double deviation) ->
          Elementary.exp(mean + deviation * Normal.quantile(p));
    };
  }
}
