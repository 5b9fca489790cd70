package org.tiyun.circuit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tiyun.circuit.deals.DealLoop;
import org.tiyun.circuit.deals.Layer;
import org.tiyun.circuit.matrix.Origin;
import org.tiyun.ledger.Deal;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/**
 * A figure of a circuit by name, led back to the rows that it rests on. Names are those of the
 * ranges ({@code entering}, {@code entering.ORIGIN}, {@code sales.FIRM.ORIGIN}, {@code
 * own_money_back.FIRM}, {@code equity_return.FIRM}, {@code finn}, {@code circulation}, {@code
 * circulation.share}, {@code circulation.inside}, {@code loop.A.B...}), and {@code layer.STAGE} and
 * {@code deals.A.B...} for the deals.
 */
public final class NamedFigure {
  private NamedFigure() {}

  /**
   * @throws Failure E0531 where the circuit has no figure of that name
   */
  public static Explained of(Circuit circuit, String name) {
    List<String> parts = List.of(name.split("\\.", -1));
    return find(circuit, parts)
        .orElseThrow(() -> new Failure(Finding.error("E0531").with("figure", name)));
  }

  private static Optional<Explained> find(Circuit circuit, List<String> parts) {
    Explainer explainer = new Explainer(circuit.cash());
    String second = parts.size() > 1 ? parts.get(1) : "";
    return switch (parts.get(0)) {
      case "entering" ->
          parts.size() == 1
              ? Optional.of(explainer.entering(Optional.empty()))
              : origin(second).map(origin -> explainer.entering(Optional.of(origin)));
      case "finn" -> Optional.of(explainer.finn());
      case "sales" ->
          parts.size() == 3
              ? origin(parts.get(2)).flatMap(origin -> explainer.salesPaidBy(second, origin))
              : Optional.empty();
      case "own_money_back" -> explainer.ownMoneyBack(second);
      case "equity_return" -> explainer.equityReturn(second);
      case "circulation" -> circulation(circuit, explainer, second);
      case "loop" ->
          circuit.cash().network().loops().stream()
              .filter(loop -> loop.path().equals(parts.subList(1, parts.size())))
              .findFirst()
              .map(explainer::tightestLink);
      case "deals" ->
          circuit.deals().loops(20).stream()
              .filter((DealLoop loop) -> loop.path().equals(parts.subList(1, parts.size())))
              .findFirst()
              .map(Explainer::tightestLink);
      case "layer" -> layer(circuit, second);
      default -> Optional.empty();
    };
  }

  private static Optional<Origin> origin(String key) {
    return Stream.of(Origin.values()).filter(origin -> origin.key().equals(key)).findFirst();
  }

  private static Optional<Explained> circulation(
      Circuit circuit, Explainer explainer, String part) {
    Explained money = explainer.maximumCirculation();
    var maximum = circuit.cash().network().maximum();
    return switch (part) {
      case "" -> Optional.of(money);
      case "share" -> Optional.of(money.as(maximum.share()));
      case "inside" -> Optional.of(money.as(maximum.shareInside()));
      default -> Optional.empty();
    };
  }

  private static Optional<Explained> layer(Circuit circuit, String stage) {
    return circuit.layers().stream()
        .filter((Layer layer) -> layer.stage().name().equalsIgnoreCase(stage))
        .findFirst()
        .map(layer ->
            new Explained(
                "figure.layer",
                layer.cash(),
                "usd_b",
                Arrays.stream(deals(circuit, layer.stage())).map(Explained.Part::of).toList()));
  }

  private static Deal[] deals(Circuit circuit, Deal.Stage stage) {
    List<Deal> all =
        circuit
            .choice()
            .asOf()
            .map(date -> org.tiyun.circuit.deals.DealMap.asOf(circuit.ledger().deals(), date))
            .orElse(circuit.ledger().deals());
    return all.stream()
        .filter(deal -> deal.countable() && deal.stage() == stage)
        .toArray(Deal[]::new);
  }
}
