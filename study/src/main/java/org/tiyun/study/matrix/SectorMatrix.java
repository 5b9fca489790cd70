package org.tiyun.study.matrix;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Books;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/**
 * A matrix of sectors in the form of Godley and Lavoie (2007, ch. 2): sectors are columns; every
 * column and every row sums to zero. It is derived from the books of a model, never typed.
 *
 * <p>The <b>transaction-flow matrix</b> has a row for each flow (plus for who receives, minus for
 * who pays), then a row for the change of each claim (minus for who comes to hold more: a use of
 * money; plus for who comes to owe more: a source). A flow that buys or sells a claim stands in the
 * claim's row only. The <b>balance sheet</b> has a row for each claim (plus for holders, minus for
 * the issuer) and one that balances: net worth with its sign turned.
 *
 * @param balance whether it is a balance sheet
 * @param period label of the period whose amounts are shown; empty where only signs are
 * @param sums of each column: zero but for rounding
 */
public record SectorMatrix(
    boolean balance,
    List<String> sectors,
    List<Row> rows,
    Optional<String> period,
    List<Double> sums) {

  /** What a row is about. */
  public enum Kind {
    FLOW,
    CHANGE,
    CLAIM,
    WORTH
  }

  /**
   * @param name of the flow or claim, without its indices; empty for the row that balances
   * @param sum over all sectors: zero but for rounding
   */
  public record Row(Kind kind, String name, List<Cell> cells, double sum) {}

  /**
   * A sector's part of a row.
   *
   * @param plus whether it enters with a plus for some element
   * @param minus whether it enters with a minus for some element
   * @param amount in the unit of the settlement claim; 0 where only signs are shown
   */
  public record Cell(boolean plus, boolean minus, double amount) {
    static final Cell EMPTY = new Cell(false, false, 0);

    public boolean isEmpty() {
      return !plus && !minus;
    }

    Cell with(boolean positive, double by) {
      return new Cell(plus || positive, minus || !positive, amount + by);
    }
  }

  /**
   * The transaction-flow matrix with signs only.
   *
   * @throws Failure E0289 the model has no flows
   */
  public static SectorMatrix flows(CheckedModel model) {
    return new MatrixMaker(books(model), (v, lag) -> 0).flows(Optional.empty());
  }

  /**
   * The transaction-flow matrix of a period of a run.
   *
   * @throws Failure E0289 the model has no flows, E0104 the period was not solved
   */
  public static SectorMatrix flows(Run run, String label) {
    int period = period(run, label, 1);
    return new MatrixMaker(books(run.model()), (v, lag) -> run.values()[v][period - lag])
        .flows(Optional.of(label));
  }

  /**
   * The balance sheet with signs only.
   *
   * @throws Failure E0289 the model has no flows
   */
  public static SectorMatrix balance(CheckedModel model) {
    return new MatrixMaker(books(model), (v, lag) -> 0).balance(Optional.empty());
  }

  /**
   * The balance sheet at the end of a period of a run.
   *
   * @throws Failure E0289 the model has no flows, E0104 the run has no such period
   */
  public static SectorMatrix balance(Run run, String label) {
    int period = period(run, label, 0);
    return new MatrixMaker(books(run.model()), (v, lag) -> run.values()[v][period - lag])
        .balance(Optional.of(label));
  }

  private static Books books(CheckedModel model) {
    if (model.books().flows().isEmpty()) {
      throw new Failure(Finding.error("E0289").with("model", model.id()));
    }
    return model.books();
  }

  private static int period(Run run, String label, int first) {
    OptionalInt period = run.model().calendar().period(label);
    if (period.isEmpty() || period.getAsInt() < first || period.getAsInt() > run.periods()) {
      throw new Failure(
          Finding.error("E0104")
              .with("period", label)
              .with("first", run.model().calendar().label(first)));
    }
    return period.getAsInt();
  }
}
