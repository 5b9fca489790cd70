package org.tiyun.view.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tiyun.circuit.accounts.Accounts;
import org.tiyun.circuit.accounts.Reconstructions;
import org.tiyun.circuit.matrix.Conflict;
import org.tiyun.circuit.matrix.Reconstruction;
import org.tiyun.ledger.FlowCell;
import org.tiyun.ledger.Ledger;
import org.tiyun.ledger.Names;
import org.tiyun.words.Words;

/** The answer of {@code tiyun accounts} for a person: cells by size, then what contradicts. */
public final class AccountsText {
  private static final int CONFLICTS = 15;

  private final Words words;
  private final Figures figures;

  public AccountsText(Words words) {
    this.words = words;
    this.figures = new Figures(words.lang());
  }

  public String of(Ledger ledger, Accounts accounts) {
    Names names = Names.of(ledger);
    StringBuilder out = new StringBuilder();
    line(
        out,
        "view.accounts.title",
        "ledger",
        ledger.id() + "@" + ledger.hash(),
        "year",
        accounts.year(),
        "cells",
        accounts.cells().size(),
        "boundary",
        words.text("boundary." + accounts.boundary().key()));
    if (accounts.method() != Reconstruction.LEAST_SQUARES) {
      line(
          out,
          "view.accounts.method",
          "method",
          words.text("reconstruction." + accounts.method().key()));
    }
    line(out, "view.accounts.range", "draws", figures.count(accounts.draws()));
    out.append('\n').append(cells(accounts, names)).append('\n');
    if (accounts.cells().stream().anyMatch(cell -> cell.possible().isPresent())) {
      line(out, "view.accounts.narrowed", "count", narrowed(accounts));
    }
    line(
        out,
        "view.accounts.residual",
        "residual",
        String.format(Locale.ROOT, "%.1e", accounts.residual()));
    out.append('\n');
    line(
        out,
        "view.accounts.conflicts",
        "count",
        accounts.conflicts().size(),
        "shown",
        Math.min(CONFLICTS, accounts.conflicts().size()));
    out.append(conflicts(accounts, names)).append('\n');
    out.append(compared(accounts.compared(), names));
    return out.toString();
  }

  private String cells(Accounts accounts, Names names) {
    TextTable table = new TextTable(3);
    table.row(
        words.text("view.accounts.payer"),
        words.text("view.accounts.payee"),
        words.text("view.accounts.kind"),
        words.text("view.accounts.stated"),
        words.text("view.accounts.value") + "\n" + words.text("view.accounts.interval"),
        words.text("view.accounts.basis"),
        words.text("view.accounts.row"));
    List<Accounts.Line> lines = new ArrayList<>(accounts.cells());
    lines.sort(Comparator.comparingDouble(line -> -line.cell().value()));
    for (Accounts.Line line : lines) {
      FlowCell cell = line.cell().cell();
      table.row(
          names.name(cell.payer(), words),
          names.name(cell.payee(), words),
          words.text("ledger.kind." + cell.kind()),
          figures.money(cell.value()) + "\n" + range(cell.low(), cell.high()),
          figures.money(line.cell().value())
              + "\n"
              + range(line.band().low(), line.band().high())
              + (line.narrowed() ? "*" : ""),
          words.text("ledger.basis." + cell.basis().name().toLowerCase(Locale.ROOT))
              + " "
              + cell.grade(),
          String.valueOf(cell.row().line()));
    }
    return table.text(Columns.TERMINAL);
  }

  /** What the main figures become when unknown cells are filled in another way. */
  private String compared(Reconstructions compared, Names names) {
    TextTable table = new TextTable(1);
    List<String> head = new ArrayList<>(List.of(""));
    List<String> used = new ArrayList<>(List.of("  " + words.text("view.accounts.used")));
    List<String> beyond = new ArrayList<>(List.of("  " + words.text("view.accounts.beyond")));
    for (Reconstructions.Column column : compared.columns()) {
      head.add(words.text("reconstruction." + column.method().key()));
      used.add(figures.count(column.used()));
      beyond.add(figures.count(column.beyond()));
    }
    table.row(head).row(used).row(beyond);
    for (String name : compared.columns().getFirst().figures().keySet()) {
      List<String> row = new ArrayList<>();
      row.add("  " + FigureNames.label(name, words, names));
      compared.columns().forEach(column -> row.add(figure(column, name)));
      table.row(row);
    }
    return Columns.paragraph(
            words.say(
                "view.accounts.compared",
                "count",
                figures.count(compared.unknown()),
                "money",
                figures.money(compared.money())))
        + table.text(Columns.TERMINAL)
        + Columns.paragraph(
            words.say("view.accounts.compared.note", "tries", figures.count(Reconstruction.TRIES)));
  }

  private String figure(Reconstructions.Column column, String name) {
    double value = column.figures().getOrDefault(name, Double.NaN);
    double least = column.least().getOrDefault(name, value);
    double most = column.most().getOrDefault(name, value);
    boolean money = FigureNames.isMoney(name);
    String shown = money ? figures.money(value) : figures.percent(value);
    return least == most
        ? shown
        : shown
            + " ["
            + (money ? figures.moneyNumber(least) : figures.percent(least))
            + " "
            + (money ? figures.moneyNumber(most) : figures.percent(most))
            + "]";
  }

  private String conflicts(Accounts accounts, Names names) {
    TextTable table = new TextTable(2);
    table.row(
        words.text("view.accounts.who"),
        words.text("view.accounts.kind"),
        words.text("view.accounts.said"),
        words.text("view.accounts.value"),
        words.text("view.accounts.difference"),
        words.text("view.accounts.strain"),
        words.text("view.accounts.row"));
    for (Conflict conflict : accounts.conflicts().stream().limit(CONFLICTS).toList()) {
      table.row(
          conflict.parties().stream()
              .map(id -> names.name(id, words))
              .collect(Collectors.joining(" > ")),
          what(conflict),
          figures.money(conflict.stated()),
          figures.money(conflict.reached()),
          figures.money(conflict.reached() - conflict.stated()),
          figures.number(conflict.strain()),
          conflict.row().file() + ":" + conflict.row().line() + " " + conflict.grade());
    }
    return table.text(Columns.TERMINAL);
  }

  /** A cell's kind, or a total's item: both have words. */
  private String what(Conflict conflict) {
    String group = conflict.parties().size() > 1 ? "ledger.kind." : "ledger.item.";
    String key = group + conflict.what();
    return words.has(key) ? words.text(key) : conflict.what();
  }

  private static long narrowed(Accounts accounts) {
    return accounts.cells().stream().filter(Accounts.Line::narrowed).count();
  }

  private String range(double low, double high) {
    return "[" + figures.moneyNumber(low) + " " + figures.moneyNumber(high) + "]";
  }

  private void line(StringBuilder out, String key, Object... values) {
    out.append(Columns.paragraph(words.say(key, values)));
  }
}
