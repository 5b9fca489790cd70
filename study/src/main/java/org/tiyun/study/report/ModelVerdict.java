package org.tiyun.study.report;

import java.util.List;
import org.tiyun.study.run.EventLine;

/**
 * What the runs come to, in figures.
 *
 * @param baseFailures events that the model's page counts as failures, without the brake
 * @param failures the same with it
 * @param brakeStarts label of the first period in which the brake acts
 * @param comparedAt label of the period, two years later, in which {@code changes} are read
 * @param endsAt label of the last period of the run, in which {@code changesAtEnd} are read: a
 *     brake may take longer than two years to bite
 */
public record ModelVerdict(
    List<EventLine> baseFailures,
    List<EventLine> failures,
    String brakeStarts,
    String comparedAt,
    List<Change> changes,
    String endsAt,
    List<Change> changesAtEnd) {

  /** A quantity of the model in one period, in both runs. */
  public record Change(String variable, double base, double braked) {}
}
