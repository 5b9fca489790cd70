package org.tiyun.view.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tiyun.circuit.cascade.BalanceSheets;
import org.tiyun.circuit.cascade.Cascade;
import org.tiyun.circuit.cascade.LedgerExposures;
import org.tiyun.circuit.cascade.Shortfall;
import org.tiyun.ledger.Ledger;
import org.tiyun.ledger.Names;
import org.tiyun.words.Words;

/** The answer of {@code tiyun cascade} for a person: who fails in which round, and who loses. */
public final class CascadeText {
  private static final int ROWS = 30;
  private static final int EXPOSURES = 12;

  private final Words words;
  private final Figures figures;

  public CascadeText(Words words) {
    this.words = words;
    this.figures = new Figures(words.lang());
  }

  /** How parties and amounts are written. */
  private record Speech(UnaryOperator<String> name, DoubleFunction<String> amount) {}

  /** Of plain files: names and amounts as they stand there. */
  public String of(CascadeAnswer answer) {
    StringBuilder out = new StringBuilder();
    cascade(out, answer, new Speech(id -> id, figures::number));
    return out.toString();
  }

  /** Of a ledger: first what the sheets are made of and what they cannot say. */
  public String of(Ledger ledger, LedgerExposures exposures, CascadeAnswer answer) {
    Names names = Names.of(ledger);
    Speech speech = new Speech(id -> names.name(id, words), this::money);
    StringBuilder out = new StringBuilder();
    line(
        out,
        "view.cascade.ledger",
        "ledger",
        ledger.id() + "@" + ledger.hash(),
        "layer",
        words.text("view.cascade.layer." + exposures.layer().key()),
        "deals",
        figures.count(exposures.rows().size()),
        "parties",
        figures.count(exposures.sheets().size()),
        "money",
        figures.money(exposures.total()),
        "open",
        exposures.open());
    line(
        out,
        "view.cascade.means",
        "known",
        figures.count(exposures.cash().size()),
        "list",
        known(exposures, speech));
    line(out, "view.cascade.limits");
    out.append('\n');
    line(
        out,
        "view.cascade.exposures",
        "shown",
        Math.min(EXPOSURES, exposures.sheets().debts().edges()),
        "count",
        figures.count(exposures.sheets().debts().edges()));
    out.append(exposures(exposures, speech)).append('\n');
    cascade(out, answer, speech);
    return out.toString();
  }

  private String money(double billions) {
    return billions == 0 ? "0" : figures.money(billions);
  }

  private String known(LedgerExposures exposures, Speech speech) {
    return exposures.cash().entrySet().stream()
        .map(e ->
            words.say(
                "view.cascade.cash",
                "node",
                speech.name.apply(e.getKey()),
                "money",
                speech.amount.apply(e.getValue().value()),
                "date",
                e.getValue().on()))
        .collect(Collectors.joining(words.text("view.list.comma")));
  }

  private String exposures(LedgerExposures exposures, Speech speech) {
    BalanceSheets sheets = exposures.sheets();
    int[] source = sheets.debts().sources();
    TextTable table = new TextTable(2);
    table.row(
        words.text("view.cascade.debtor"),
        words.text("view.cascade.creditor"),
        words.text("view.cascade.owes"),
        words.text("view.cascade.rows"));
    IntStream.range(0, source.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer e) -> -sheets.debts().amount()[e]))
        .limit(EXPOSURES)
        .forEach(e -> {
          String debtor = sheets.parties().get(source[e]);
          String creditor = sheets.parties().get(sheets.debts().target()[e]);
          table.row(
              speech.name.apply(debtor),
              speech.name.apply(creditor),
              speech.amount.apply(sheets.debts().amount()[e]),
              exposures.between(debtor, creditor).stream()
                  .map(deal ->
                      deal.row().file() + ":" + deal.row().line() + " " + deal.source().grade())
                  .collect(Collectors.joining(words.text("view.list.comma"))));
        });
    return table.text();
  }

  private void cascade(StringBuilder out, CascadeAnswer answer, Speech speech) {
    Cascade cascade = answer.cascade();
    line(out, "view.cascade.method." + cascade.method().key());
    List<Cascade.Default> failed = cascade.defaults();
    if (failed.isEmpty()) {
      line(out, "view.cascade.nobody");
    } else {
      boolean stuck = cascade.method() == Cascade.Method.FULL_PAYMENT;
      line(
          out,
          stuck ? "view.cascade.stuck" : "view.cascade.failed",
          "count",
          failed.size(),
          "of",
          cascade.sheets().size(),
          "list",
          failed.stream()
              .limit(ROWS)
              .map(f ->
                  words.say(
                      "view.cascade.who", "node", speech.name.apply(f.party()), "round", f.round()))
              .collect(Collectors.joining(words.text("view.list.comma"))));
    }
    line(
        out,
        "view.cascade.loss",
        "total",
        speech.amount.apply(cascade.loss()),
        "outside",
        speech.amount.apply(cascade.lossOutside()));
    answer.shortfall().ifPresent(found -> shortfall(out, found, speech));
    out.append('\n').append(table(answer, speech));
    if (cascade.sheets().size() > ROWS) {
      line(out, "view.cascade.more", "count", cascade.sheets().size() - ROWS);
    }
    answer.keystones().ifPresent(_ -> line(out, "view.cascade.keystone.note"));
  }

  private void shortfall(StringBuilder out, Shortfall found, Speech speech) {
    line(
        out,
        "view.cascade.shortfall",
        "draws",
        figures.count(found.draws()),
        "volatility",
        figures.percent(found.volatility()),
        "mean",
        speech.amount.apply(found.mean()),
        "quantile",
        speech.amount.apply(found.quantile()),
        "expected",
        speech.amount.apply(found.expected()),
        "error",
        speech.amount.apply(found.error()));
  }

  private String table(CascadeAnswer answer, Speech speech) {
    Cascade cascade = answer.cascade();
    List<String> parties = cascade.sheets().parties();
    Map<String, Integer> round = new HashMap<>();
    cascade.defaults().forEach(f -> round.put(f.party(), f.round()));
    TextTable table = new TextTable(1);
    List<String> head = new ArrayList<>();
    for (String key :
        List.of(
            "node",
            "owes",
            cascade.method().clears() ? "pays" : "worth",
            "equity",
            "stress",
            "loses",
            "round")) {
      head.add(words.text("view.cascade." + key));
    }
    answer.shortfall().ifPresent(_ -> head.add(words.text("view.cascade.worst")));
    answer.keystones().ifPresent(_ -> head.add(words.text("view.cascade.keystone")));
    table.row(head);
    double[] inside = cascade.sheets().debtsInside();
    for (int i : order(cascade, answer.keystones())) {
      List<String> row = new ArrayList<>();
      row.add(speech.name.apply(parties.get(i)));
      row.add(speech.amount.apply(inside[i] + cascade.sheets().externalLiabilities()[i]));
      row.add(speech.amount.apply(cascade.payment()[i]));
      row.add(speech.amount.apply(cascade.equity()[i]));
      boolean nothingLost = cascade.lossByHolder()[i] == 0 && !round.containsKey(parties.get(i));
      // Of a party that had no equity and lost nothing no share can be lost.
      row.add(nothingLost && cascade.equity()[i] == 0 ? "" : figures.percent(cascade.stress()[i]));
      row.add(speech.amount.apply(cascade.lossByHolder()[i]));
      row.add(round.containsKey(parties.get(i)) ? String.valueOf(round.get(parties.get(i))) : "");
      answer.shortfall().ifPresent(found -> row.add(speech.amount.apply(found.lossByHolder()[i])));
      answer.keystones().ifPresent(index -> row.add(speech.amount.apply(index[i])));
      table.row(row);
    }
    return table.text();
  }

  /** Who loses most first; where nobody does, the keystones. */
  private static List<Integer> order(Cascade cascade, Optional<double[]> keystones) {
    double[] first = cascade.lossByHolder();
    double[] second = keystones.orElse(first);
    return IntStream.range(0, first.length)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer i) -> -first[i])
                .thenComparing(Comparator.comparingDouble((Integer i) -> -second[i])))
        .limit(ROWS)
        .toList();
  }

  private void line(StringBuilder out, String key, Object... values) {
    out.append(words.say(key, values)).append('\n');
  }
}
