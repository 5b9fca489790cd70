package org.tiyun.view.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.tiyun.ledger.Deal;
import org.tiyun.ledger.Deal.Scope;
import org.tiyun.ledger.Deal.Settlement;
import org.tiyun.ledger.Deal.Stage;
import org.tiyun.view.map.MoneyMap.Category;
import org.tiyun.view.map.MoneyMap.Manner;
import org.tiyun.view.map.MoneyMap.Pipe;
import org.tiyun.view.text.Figures;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/**
 * Deals as pipes. One pipe adds up deals of one payer, payee, category, stage and settlement,
 * yearly amounts apart from whole ones: what the ledger forbids to add is never one pipe. Rows that
 * another row contains or mirrors are left out, as everywhere in sums.
 */
final class PromisedPipes {
  private record Key(
      String payer,
      String payee,
      Category category,
      Stage stage,
      Settlement settlement,
      boolean yearly) {}

  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::payer)
          .thenComparing(Key::payee)
          .thenComparing(Key::category)
          .thenComparing(Key::stage)
          .thenComparing(Key::settlement)
          .thenComparing(Key::yearly);

  private final Words words;
  private final Figures figures;

  PromisedPipes(Words words) {
    this.words = words;
    this.figures = new Figures(words.lang());
  }

  /**
   * Pipes between the parties, largest first; ties of unknown size last, one for a pair and
   * category.
   */
  List<Pipe> of(List<Deal> deals, Set<String> parties) {
    Map<Key, List<Deal>> groups = new TreeMap<>(ORDER);
    List<Deal> unsized = new ArrayList<>();
    for (Deal deal : deals) {
      if (deal.stage() == Stage.WITHDRAWN
          || deal.payer().equals(deal.payee())
          || !parties.contains(deal.payer())
          || !parties.contains(deal.payee())) {
        continue;
      }
      boolean counts = deal.scope() == Scope.FLOW && deal.partOf().isEmpty();
      if (counts && deal.amountUsdB().orElse(0) > 0) {
        groups.computeIfAbsent(key(deal), k -> new ArrayList<>()).add(deal);
      } else if (deal.amountUsdB().isEmpty() && deal.scope() != Scope.AGGREGATE) {
        unsized.add(deal);
      }
    }
    List<Pipe> pipes = new ArrayList<>();
    groups.forEach((key, rows) -> pipes.add(sized(key, rows)));
    pipes.sort(Comparator.comparingDouble(pipe -> -pipe.width()));
    for (Deal deal : unsized) {
      Category category = category(deal.kind());
      boolean known =
          pipes.stream()
              .anyMatch(p ->
                  p.payer().equals(deal.payer())
                      && p.payee().equals(deal.payee())
                      && p.category() == category);
      if (!known) {
        pipes.add(
            new Pipe(
                deal.payer(),
                deal.payee(),
                OptionalDouble.empty(),
                category,
                Manner.UNDISCLOSED,
                "",
                Optional.empty()));
      }
    }
    return List.copyOf(pipes);
  }

  private Pipe sized(Key key, List<Deal> rows) {
    double sum = rows.stream().mapToDouble(d -> d.amountUsdB().orElse(0)).sum();
    boolean most =
        rows.stream().anyMatch(d -> d.amountBasis().filter("upper_bound"::equals).isPresent());
    String label = words.lang() == Lang.ZH ? figures.moneyNumber(sum) : figures.money(sum);
    label = most ? words.say("map.up_to", "amount", label) : label;
    label = key.yearly ? words.say("map.per_year", "amount", label) : label;
    label =
        switch (key.settlement) {
          case CASH -> label;
          case IN_KIND -> words.say("map.in_shares", "amount", label);
          case CONTINGENT -> words.say("map.if_needed", "amount", label);
        };
    return new Pipe(
        key.payer,
        key.payee,
        OptionalDouble.of(sum),
        key.category,
        manner(key),
        label,
        Optional.empty());
  }

  private static Key key(Deal deal) {
    boolean yearly = deal.amountBasis().filter("per_year"::equals).isPresent();
    return new Key(
        deal.payer(), deal.payee(), category(deal.kind()), deal.stage(), deal.settlement(), yearly);
  }

  /** Only cash that was paid is a filled pipe; paper that changed hands is hollow. */
  private static Manner manner(Key key) {
    return switch (key.stage) {
      case PAID -> key.settlement == Settlement.CASH ? Manner.PAID : Manner.CONTRACT;
      case COMMITTED -> Manner.CONTRACT;
      case ANNOUNCED, INTENT, REPORTED, WITHDRAWN -> Manner.INTENT;
    };
  }

  private static Category category(String kind) {
    return switch (kind) {
      case "equity", "convertible", "warrant", "asset_sale" -> Category.EQUITY;
      case "chip_purchase" -> Category.HARDWARE;
      case "compute_purchase", "licence", "revenue_share", "backstop" -> Category.CLOUD;
      case "loan", "bond", "vendor_finance", "repayment" -> Category.DEBT;
      default -> Category.OTHER;
    };
  }
}
