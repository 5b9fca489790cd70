package org.tiyun.circuit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tiyun.circuit.deals.DealLoop;
import org.tiyun.circuit.deals.DealMap;
import org.tiyun.circuit.deals.Layer;
import org.tiyun.circuit.matrix.Origin;
import org.tiyun.circuit.network.MaximumCirculation;
import org.tiyun.ledger.Deal;

/**
 * What to say first. Amounts in billions of US dollars, shares 0 to 1.
 *
 * @param year of the matrix
 * @param entering money that entered the circle, {@code enteringShares} its parts by origin
 * @param finn Finn cycling index
 * @param firm the firm looked at; {@code endUserShare} of its sales, its {@code ownMoneyBack}, and
 *     what came back of its equity
 * @param circulation the most that could be seen as going round in cash paid, {@code
 *     circulationShare} of everything received, {@code circulationInside} of payments in the circle
 * @param externalDrive end users' cash over outlays of labs and clouds
 * @param layers the deals by stage, side by side
 * @param promisedCirculation the most that could go round if every deal were paid, as a share of
 *     all deals with an amount, counted once; compare with {@code dealsPaidCirculation}, the same
 *     of deals already paid
 * @param paidLoop the widest loop of cash paid in the year
 * @param promisedLoop the widest loop of deals at whatever stage, mirror rows left out
 */
public record Headline(
    int year,
    double entering,
    Map<String, Double> enteringShares,
    double finn,
    String firm,
    Optional<Double> endUserShare,
    Optional<Double> ownMoneyBack,
    EquityReturn equityReturn,
    double circulation,
    double circulationShare,
    double circulationInside,
    double externalDrive,
    List<Layer> layers,
    double promisedCirculation,
    double dealsPaidCirculation,
    Optional<Loop> paidLoop,
    Optional<DealLoop> promisedLoop) {

  public static Headline of(MatrixMeasures measures, List<Deal> deals, String firm) {
    NetworkMeasures network = measures.network();
    Map<String, Double> shares = new LinkedHashMap<>();
    for (String origin : Origin.keys()) {
      shares.put(origin, network.enteringShare(origin));
    }
    DealMap promised = DealMap.of(deals, DealMap.Choice.PROMISED);
    DealMap paid = DealMap.of(deals, DealMap.Choice.PAID);
    return new Headline(
        measures.matrix().year(),
        network.enteringTotal(),
        Collections.unmodifiableMap(shares),
        network.finn(),
        firm,
        measures.endUserShare(firm),
        network.firm(firm).map(FirmMeasures::ownMoneyBack),
        measures.equityReturn(firm),
        network.maximum().value(),
        network.maximum().share(),
        network.maximum().shareInside(),
        measures.externalDrive(),
        Layer.of(deals),
        circulation(promised),
        circulation(paid),
        network.loops().stream().findFirst(),
        promised.loops(6).stream().findFirst());
  }

  private static double circulation(DealMap map) {
    return MaximumCirculation.of(map.graph(), MatrixMeasures.CENTS_PER_BILLION).shareInside();
  }
}
