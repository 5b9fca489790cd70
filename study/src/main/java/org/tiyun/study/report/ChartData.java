package org.tiyun.study.report;

import java.util.List;

/**
 * What a chart of the report shows: the ledger's past, the base run and the braked run, on one time
 * axis.
 *
 * @param id names the chart in the model's terms ({@code chart.ID})
 * @param unit of the values, as the model states it; empty where it states none
 * @param periods labels of the axis, oldest first
 * @param firstModelled position in {@code periods} of the model's first period
 */
public record ChartData(
    String id, String unit, List<String> periods, int firstModelled, List<Line> lines) {

  /**
   * One quantity. Arrays have one value for each period of the chart; NaN where nothing is known.
   *
   * @param variable the model's variable, {@code entity} its element; empty for a scalar
   * @param past what the ledger records, before the run and beside it
   */
  public record Line(
      String variable, String entity, double[] past, double[] base, double[] braked) {}
}
