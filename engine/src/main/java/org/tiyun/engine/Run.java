package org.tiyun.engine;

import java.util.List;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Scenario;

/**
 * One run of a model: every variable in every period, its events and its audit.
 *
 * @param periods number of solved periods; arrays below have {@code periods + 1} entries, 0 is
 *     history
 * @param values by variable, then by period
 * @param inputs by input, then by period, after the scenario
 */
public record Run(
    CheckedModel model,
    Scenario scenario,
    int periods,
    long seed,
    double[][] values,
    double[][] inputs,
    List<Happening> events,
    Audit audit) {

  /**
   * An event of the model that came about.
   *
   * @param event position in {@link CheckedModel#events()}
   * @param amount in the event's own unit; 0 where the event has none
   */
  public record Happening(int event, int period, double amount) {}
}
