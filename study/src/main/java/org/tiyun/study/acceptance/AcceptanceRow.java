package org.tiyun.study.acceptance;

import java.util.List;
import org.tiyun.words.Place;

/**
 * One figure of a test, as {@code acceptance.csv} asks for it.
 *
 * @param scenario id of the run it is taken from; empty: the model as it is
 * @param settings {@code name=value}, on top of the scenario
 * @param subject variable or event; for naive forecasts empty
 * @param series {@code entity/metric} of the ledger, for errors
 * @param low bound or name of an earlier figure of the test; empty: open
 */
record AcceptanceRow(
    String test,
    AcceptanceResult.Kind kind,
    String figure,
    String scenario,
    List<String> settings,
    Measure measure,
    String subject,
    String series,
    String from,
    String to,
    String low,
    String high,
    String basis,
    Place place) {}
