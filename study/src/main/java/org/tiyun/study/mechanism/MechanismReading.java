package org.tiyun.study.mechanism;

import java.util.Map;

/**
 * One mechanism of the source with the figures that speak to it; the sentences that hold them are
 * the model's terms {@code mechanism.ID.name}, {@code .claim}, {@code .says} and {@code .sure};
 * {@code .full} stands in place of {@code .says} where the verdict over many futures is at hand.
 *
 * @param id such as {@code M2}
 * @param figures by the place that they take in {@code .says}, in the order of the file
 */
public record MechanismReading(String id, Map<String, Figure> figures) {

  /** A figure and how it is to be written. */
  public sealed interface Figure {
    /** An amount in billions of US dollars. */
    record Money(double billions) implements Figure {}

    /** A share of 1, written in percent. */
    record Share(double share) implements Figure {}

    /** Anything else that is a number. */
    record Number(double value) implements Figure {}

    /** A period by its label. */
    record Period(String label) implements Figure {}

    /** A firm by its id, with the period in which something befell it. */
    record Firm(String id, String period) implements Figure {}

    /** A party of the books by its id, such as shareholders. */
    record Party(String id) implements Figure {}

    /** An input of the model by its name. */
    record Input(String name) implements Figure {}

    /** No firm failed. */
    record Nobody() implements Figure {}

    /** What was asked for did not come about. */
    record Never() implements Figure {}
  }
}
