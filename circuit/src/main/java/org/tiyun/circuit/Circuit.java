package org.tiyun.circuit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tiyun.circuit.deals.DealMap;
import org.tiyun.circuit.deals.Layer;
import org.tiyun.circuit.matrix.Boundary;
import org.tiyun.circuit.matrix.FlowMatrix;
import org.tiyun.ledger.Deal;
import org.tiyun.ledger.Ledger;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/**
 * Everything that a ledger says: the balanced matrix of one year with its measures, the deals as
 * layers and as a graph, and the headline.
 */
public record Circuit(
    Ledger ledger,
    Choice choice,
    MatrixMeasures cash,
    List<Layer> layers,
    DealMap deals,
    Headline headline) {
  /** The firm that the headline looks at. */
  public static final String HEADLINE_FIRM = "nvidia";

  /**
   * What the reader chooses.
   *
   * @param year of the matrix; empty: the latest, or with a date the latest that had ended by then
   * @param asOf deals announced later are left out (YYYY, YYYY-MM or YYYY-MM-DD); cells of the
   *     matrix keep what is known of their year today
   */
  public record Choice(
      OptionalInt year, Boundary boundary, Optional<String> asOf, NetworkMeasures.Limits limits) {
    static Choice of(OptionalInt year) {
      return new Choice(year, Boundary.AI_ACCOUNTS, Optional.empty(), NetworkMeasures.Limits.USUAL);
    }
  }

  /**
   * @param year of the matrix; the latest one where empty
   * @throws Failure E0501 to E0503, see {@link FlowMatrix}; E0540 where the ledger has no yearly
   *     flows at all
   */
  public static Circuit of(Ledger ledger, OptionalInt year) {
    return of(ledger, Choice.of(year));
  }

  /**
   * @throws Failure as above; E0528 where no year of the matrix had ended by the date
   */
  public static Circuit of(Ledger ledger, Choice choice) {
    FlowMatrix matrix =
        choice.boundary().in(ledger).apply(FlowMatrix.balance(ledger, year(ledger, choice)));
    MatrixMeasures cash = MatrixMeasures.of(matrix, choice.limits());
    List<Deal> deals =
        choice.asOf().map(date -> DealMap.asOf(ledger.deals(), date)).orElse(ledger.deals());
    return new Circuit(
        ledger,
        choice,
        cash,
        Layer.of(deals),
        DealMap.of(deals, DealMap.Choice.ALL),
        Headline.of(cash, deals, HEADLINE_FIRM));
  }

  private static int year(Ledger ledger, Choice choice) {
    if (choice.year().isPresent()) {
      return choice.year().getAsInt();
    }
    List<Integer> years = FlowMatrix.years(ledger);
    if (years.isEmpty()) {
      throw new Failure(Finding.error("E0540").with("ledger", ledger.id()));
    }
    if (choice.asOf().isEmpty()) {
      return years.getLast();
    }
    String date = choice.asOf().get();
    // "2025" and "2025-12" mean their last day, which is after any other date they begin.
    return years.stream()
        .filter(year -> date.compareTo(year + "-12-31") >= 0 || (year + "-12-31").startsWith(date))
        .reduce((_, later) -> later)
        .orElseThrow(() ->
            new Failure(
                Finding.error("E0528")
                    .with("date", date)
                    .with(
                        "years", String.join(", ", years.stream().map(String::valueOf).toList()))));
  }
}
