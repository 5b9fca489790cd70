package org.tiyun.circuit.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tiyun.ledger.Ledger;

/**
 * Where the reader draws the line between the circle and the world. The line outweighs every other
 * uncertainty, so each choice has a name and can be asked for; balanced values are kept, and cells
 * are only read differently.
 */
public enum Boundary {
  /**
   * As the ledger has it: AI accounts only, end users are consumers and enterprises paying for AI.
   */
  AI_ACCOUNTS,
  /** States, companies and other clouds that buy chips for themselves count as end users. */
  CHIPS_AS_END_USE,
  /** They do, and so does what the groups put in from their other business. */
  OWN_CASH_AS_END_USE,
  /** Server makers are seen through: who pays them pays their suppliers, in proportion. */
  SERVER_MAKERS_COLLAPSED,
  /**
   * The equity market stands inside: buy-backs fund new shares in full, and what they do not reach
   * for comes from cash outside. An upper bound.
   */
  EQUITY_MARKET_INSIDE,
  /** Equity raised and still banked at year end is left out on both sides. */
  WITHOUT_BANKED_EQUITY,
  /**
   * Firms of whose business the circle has the AI part alone stand in it as a whole, where the
   * ledger has their revenue of the year: {@link WholeFirms}.
   */
  WHOLE_FIRMS,
  /** Credits and goods on credit count as given and as paid, both sides: {@link Credits}. */
  WITH_CREDITS,
  /**
   * Stakes of which no deal names the receiver went to other labs, which still bank them: {@link
   * UnnamedStakes}.
   */
  UNNAMED_STAKES_TO_LABS;

  private static final String SERVERS = "server-makers";
  private static final String EQUITY = "equity-market";

  /** The name on the command line, such as {@code own-cash-as-end-use}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All names, joined by commas. */
  public static String keys() {
    return String.join(", ", Stream.of(values()).map(Boundary::key).toList());
  }

  public static Optional<Boundary> of(String key) {
    return Stream.of(values()).filter(boundary -> boundary.key().equals(key)).findFirst();
  }

  /**
   * How a ledger's balanced matrix is read with this boundary; firms balance as before.
   *
   * @throws org.tiyun.words.Failure when applied: E0539 where the ledger knows of no credit in the
   *     matrix's year
   */
  public UnaryOperator<FlowMatrix> in(Ledger ledger) {
    return switch (this) {
      case AI_ACCOUNTS -> matrix -> matrix;
      case CHIPS_AS_END_USE -> matrix -> paidByEndUsers(matrix, List.of("other-chip-buyers"));
      case OWN_CASH_AS_END_USE ->
          matrix -> paidByEndUsers(matrix, List.of("other-chip-buyers", "own-business"));
      case SERVER_MAKERS_COLLAPSED -> Boundary::seenThrough;
      case EQUITY_MARKET_INSIDE -> Boundary::equityInside;
      case WITHOUT_BANKED_EQUITY -> Boundary::withoutBanked;
      case WHOLE_FIRMS -> new WholeFirms(ledger);
      case WITH_CREDITS -> new Credits(ledger);
      case UNNAMED_STAKES_TO_LABS -> new UnnamedStakes(ledger);
    };
  }

  private static FlowMatrix paidByEndUsers(FlowMatrix matrix, List<String> payers) {
    return with(
        matrix,
        matrix.circle(),
        matrix.cells().stream()
            .map(c ->
                payers.contains(c.cell().payer()) ? between(c, "enterprises", c.cell().payee()) : c)
            .toList());
  }

  private static FlowMatrix seenThrough(FlowMatrix matrix) {
    List<BalancedCell> paid =
        matrix.cells().stream().filter(c -> c.cell().payer().equals(SERVERS)).toList();
    double all = paid.stream().mapToDouble(BalancedCell::value).sum();
    List<BalancedCell> cells = new ArrayList<>();
    for (BalancedCell cell : matrix.cells()) {
      if (cell.cell().payee().equals(SERVERS)) {
        for (BalancedCell onward : paid) {
          BalancedCell direct = between(onward, cell.cell().payer(), onward.cell().payee());
          // Money from outside to outside never touches the circle.
          if (inside(matrix, cell.cell().payer()) || inside(matrix, onward.cell().payee())) {
            cells.add(new BalancedCell(direct.cell(), cell.value() * onward.value() / all));
          }
        }
      } else if (!cell.cell().payer().equals(SERVERS)) {
        cells.add(cell);
      }
    }
    List<String> circle = matrix.circle().stream().filter(id -> !id.equals(SERVERS)).toList();
    return all > 0 ? with(matrix, circle, cells) : matrix;
  }

  private static FlowMatrix equityInside(FlowMatrix matrix) {
    TreeSet<String> circle = new TreeSet<>(matrix.circle());
    circle.add(EQUITY);
    double in = 0;
    double out = 0;
    Optional<BalancedCell> any = Optional.empty();
    for (BalancedCell cell : matrix.cells()) {
      in += cell.cell().payee().equals(EQUITY) ? cell.value() : 0;
      out += cell.cell().payer().equals(EQUITY) ? cell.value() : 0;
      any = cell.cell().payer().equals(EQUITY) ? Optional.of(cell) : any;
    }
    List<BalancedCell> cells = new ArrayList<>(matrix.cells());
    double gap = out - in;
    any.ifPresent(cell ->
        cells.add(
            new BalancedCell(
                gap > 0
                    ? between(cell, "cash", EQUITY).cell()
                    : between(cell, EQUITY, "cash").cell(),
                Math.abs(gap))));
    return with(matrix, List.copyOf(circle), cells);
  }

  private static FlowMatrix withoutBanked(FlowMatrix matrix) {
    List<BalancedCell> cells = new ArrayList<>();
    for (BalancedCell cell : matrix.cells()) {
      String firm = cell.cell().payee().equals("cash") ? cell.cell().payer() : cell.cell().payee();
      double raised = sum(matrix, EQUITY, firm);
      double banked = sum(matrix, firm, "cash");
      double out = Math.min(raised, banked);
      if (cell.cell().payer().equals(EQUITY) && raised > 0) {
        cells.add(new BalancedCell(cell.cell(), cell.value() * (1 - out / raised)));
      } else if (cell.cell().payee().equals("cash") && banked > 0) {
        cells.add(new BalancedCell(cell.cell(), cell.value() * (1 - out / banked)));
      } else {
        cells.add(cell);
      }
    }
    return with(matrix, matrix.circle(), cells);
  }

  private static double sum(FlowMatrix matrix, String payer, String payee) {
    return matrix.between(payer, payee).stream().mapToDouble(BalancedCell::value).sum();
  }

  private static boolean inside(FlowMatrix matrix, String id) {
    return matrix.circle().contains(id) && !id.equals(SERVERS);
  }

  private static BalancedCell between(BalancedCell balanced, String payer, String payee) {
    return balanced.between(payer, payee, balanced.cell().kind());
  }

  private static FlowMatrix with(FlowMatrix matrix, List<String> circle, List<BalancedCell> cells) {
    return new FlowMatrix(matrix.year(), circle, cells, matrix.totals(), matrix.residual());
  }
}
