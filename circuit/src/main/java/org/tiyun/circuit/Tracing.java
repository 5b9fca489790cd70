package org.tiyun.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tiyun.circuit.matrix.Earmarked;
import org.tiyun.circuit.matrix.FlowMatrix;

/**
 * How far the answer depends on how money is traced. Nothing in a year's cash says which dollar
 * paid what; proportional mixing (all dollars of a firm are alike) is an assumption, and beside it
 * stand two bounds: equity tied to purchases ({@link Earmarked}), and maximum netting (C4), which
 * cancels whatever can be cancelled. Shares 0 to 1.
 *
 * @param firms of the circle that received anything, largest inflow first
 * @param finn C1 under proportional mixing, {@code finnEarmarked} under earmarking
 * @param netted C4: the most that can have gone round, of all that was received
 */
public record Tracing(List<Firm> firms, double finn, double finnEarmarked, double netted) {

  /**
   * One firm under both readings.
   *
   * @param endUsers end users' share of its sales (C3); empty without sales
   * @param back own money back (C2)
   * @param equity what came back of its equity, under three readings; without any {@code invested}
   *     is 0
   */
  public record Firm(
      String id,
      Optional<Double> endUsers,
      Optional<Double> endUsersEarmarked,
      double back,
      double backEarmarked,
      EquityReturn equity) {}

  public static Tracing of(MatrixMeasures measures) {
    FlowMatrix matrix = measures.matrix();
    Earmarked tied = Earmarked.of(matrix);
    List<Optional<Double>> users = tied.endUserShares();
    List<FirmMeasures> byInflow = new ArrayList<>(measures.network().firms());
    byInflow.removeIf(firm -> !(firm.inflow() > 0));
    byInflow.sort((a, b) -> Double.compare(b.inflow(), a.inflow()));
    List<Firm> firms = new ArrayList<>();
    for (FirmMeasures firm : byInflow) {
      firms.add(
          new Firm(
              firm.id(),
              measures.endUserShare(firm.id()),
              users.get(matrix.circle().indexOf(firm.id())),
              firm.ownMoneyBack(),
              tied.ownMoneyBack(firm.id()),
              measures.equityReturn(firm.id())));
    }
    return new Tracing(
        List.copyOf(firms),
        measures.network().finn(),
        tied.finn(),
        measures.network().maximum().share());
  }
}
