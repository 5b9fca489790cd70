package org.tiyun.circuit.cascade;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tiyun.circuit.network.PaymentGraph;
import org.tiyun.ledger.Balance;
import org.tiyun.ledger.Deal;
import org.tiyun.ledger.Ledger;
import org.tiyun.ledger.SeriesPoint;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/**
 * Balance sheets made of a ledger's deals, in billions of US dollars: who owes whom, of one kind,
 * with whole sums and no dates, since a cascade calls everything at once. A ledger of deals is not
 * a set of balance sheets: of what a party owns it knows at most its cash, and of what it owes only
 * what is written in a deal. Where no cash is known a party is assumed to have of itself all that
 * it owes, so that it fails only by a shock that takes it; nobody owes anything outside. So the
 * answer says who hangs on whom, not who will fail.
 *
 * @param layer which deals
 * @param rows the deals behind the debts, in the ledger's order
 * @param sheets parties sorted by id
 * @param cash by party what is known of its cash; absent where it is assumed
 * @param open the last day on which the ledger announces anything: what had ended by then is left
 *     out
 */
public record LedgerExposures(
    Layer layer, List<Deal> rows, BalanceSheets sheets, Map<String, KnownCash> cash, String open) {
  private static final List<String> CASH = List.of("cash_and_securities", "cash_and_equivalents");

  /** Which deals are owed. Layers are never added to each other. */
  public enum Layer {
    /** Signed and not yet paid, in cash: the payer owes the payee. */
    PROMISES(
        Set.of(
            "compute_purchase",
            "chip_purchase",
            "lease",
            "equity",
            "loan",
            "asset_sale",
            "convertible")),
    /** Lent and not yet due at the ledger's end, in cash or in goods: the payee owes the payer. */
    DEBTS(Set.of("loan", "bond", "convertible", "vendor_finance"));

    private final Set<String> kinds;

    Layer(Set<String> kinds) {
      this.kinds = kinds;
    }

    /** The name on the command line. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Layer> of(String key) {
      return Stream.of(values()).filter(layer -> layer.key().equals(key)).findFirst();
    }

    /** All names, joined by commas. */
    public static String keys() {
      return String.join(", ", Stream.of(values()).map(Layer::key).toList());
    }

    private boolean counts(Deal deal) {
      boolean flow = deal.scope() == Deal.Scope.FLOW && deal.partOf().isEmpty();
      return switch (this) {
        case PROMISES ->
            flow
                && kinds.contains(deal.kind())
                && deal.stage() == Deal.Stage.COMMITTED
                && deal.settlement() == Deal.Settlement.CASH;
        case DEBTS ->
            flow
                && kinds.contains(deal.kind())
                && deal.stage() == Deal.Stage.PAID
                && deal.settlement() != Deal.Settlement.CONTINGENT;
      };
    }

    private String debtor(Deal deal) {
      return this == PROMISES ? deal.payer() : deal.payee();
    }

    private String creditor(Deal deal) {
      return this == PROMISES ? deal.payee() : deal.payer();
    }
  }

  /** Cash of a party, in billions, as a row of the ledger has it. */
  public record KnownCash(double value, LocalDate on) {}

  /**
   * Reads the exposures of one layer.
   *
   * @throws Failure E0536 where the ledger has none
   */
  public static LedgerExposures of(Ledger ledger, Layer layer) {
    String open = ledger.deals().stream().map(Deal::announced).max(String::compareTo).orElse("");
    List<Deal> rows =
        ledger.deals().stream()
            .filter(layer::counts)
            .filter(deal -> deal.amountUsdB().orElse(0) > 0)
            .filter(deal -> !deal.payer().equals(deal.payee()))
            .filter(deal -> deal.end().map(end -> stillOpen(end, open)).orElse(true))
            .toList();
    if (rows.isEmpty()) {
      throw new Failure(Finding.error("E0536").with("layer", layer.key()));
    }
    List<String> parties =
        new ArrayList<>(
            new TreeSet<>(
                rows.stream().flatMap(deal -> Stream.of(deal.payer(), deal.payee())).toList()));
    int[] from = rows.stream().mapToInt(deal -> parties.indexOf(layer.debtor(deal))).toArray();
    int[] to = rows.stream().mapToInt(deal -> parties.indexOf(layer.creditor(deal))).toArray();
    double[] amount = rows.stream().mapToDouble(deal -> deal.amountUsdB().orElse(0)).toArray();
    PaymentGraph debts = PaymentGraph.of(parties.size(), from, to, amount, amount.length);
    double[] none = new double[parties.size()];
    LocalDate yearEnd = lastDay(open.substring(0, Math.min(4, open.length())));
    Map<String, KnownCash> cash = cash(ledger, parties, yearEnd);
    double[] means = new BalanceSheets(parties, debts, none, none).debtsInside();
    for (int i = 0; i < means.length; i++) {
      KnownCash known = cash.get(parties.get(i));
      means[i] = known == null ? means[i] : known.value();
    }
    BalanceSheets sheets = new BalanceSheets(List.copyOf(parties), debts, means, none);
    return new LedgerExposures(layer, rows, sheets, cash, open);
  }

  /** The deals by which one party owes another. */
  public List<Deal> between(String debtor, String creditor) {
    return rows.stream()
        .filter(deal -> layer.debtor(deal).equals(debtor))
        .filter(deal -> layer.creditor(deal).equals(creditor))
        .toList();
  }

  /** Sum of all exposures, in billions. */
  public double total() {
    return sheets.debts().total();
  }

  /** An end such as 2025-12 is the end of that month. */
  private static boolean stillOpen(String end, String open) {
    return end.compareTo(open) >= 0 || open.startsWith(end);
  }

  private static Map<String, KnownCash> cash(
      Ledger ledger, List<String> parties, LocalDate latest) {
    Map<String, KnownCash> known = new TreeMap<>();
    for (String party : parties) {
      for (String item : CASH) {
        List<KnownCash> found = new ArrayList<>();
        for (Balance balance : ledger.balances()) {
          if (balance.entity().equals(party)
              && balance.item().equals(item)
              && balance.unit().equals("usd_b")
              && !balance.asOf().isAfter(latest)) {
            found.add(new KnownCash(balance.value(), balance.asOf()));
          }
        }
        for (SeriesPoint point : ledger.series()) {
          if (point.entity().equals(party)
              && point.metric().equals(item)
              && point.unit().equals("usd_b")
              && point.period().matches("\\d{4}Q[1-4]")
              && !lastDay(point.period()).isAfter(latest)) {
            found.add(new KnownCash(point.value(), lastDay(point.period())));
          }
        }
        found.stream()
            .max(Comparator.comparing(KnownCash::on))
            .ifPresent(cash -> known.putIfAbsent(party, cash));
      }
    }
    return known;
  }

  /** Of 2025, 2025Q4, 2025-12 or 2025-12-31. */
  private static LocalDate lastDay(String period) {
    int year = Integer.parseInt(period.substring(0, Math.min(4, period.length())));
    if (period.contains("Q")) {
      return YearMonth.of(year, 3 * (period.charAt(5) - '0')).atEndOfMonth();
    }
    return switch (period.length()) {
      case 4 -> LocalDate.of(year, 12, 31);
      case 7 -> YearMonth.parse(period).atEndOfMonth();
      default -> LocalDate.parse(period);
    };
  }
}
