package org.tiyun.study.circle;

import java.util.List;
import org.tiyun.language.model.Books;

/**
 * Variables of a model that are added up, and what each is called when the sum is explained. Flows
 * are added over a year, stocks at its end: {@link Year} does either.
 *
 * @param variables by position in the model
 * @param names by variable
 */
public record Sum(int[] variables, List<String> names) {

  static Sum paid(List<Books.Flow> flows) {
    return new Sum(
        flows.stream().mapToInt(Books.Flow::amount).toArray(),
        flows.stream().map(f -> f.name().toString()).toList());
  }

  /** What falls due by these flows, paid or not; what is paid ahead of its time is not due. */
  static Sum owed(List<Books.Flow> flows) {
    List<Books.Flow> due = flows.stream().filter(f -> f.due().isPresent()).toList();
    return new Sum(
        due.stream().mapToInt(f -> f.due().orElseThrow().owed()).toArray(),
        due.stream().map(f -> f.name().toString()).toList());
  }
}
