package org.tiyun.view.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tiyun.study.matrix.SectorMatrix;
import org.tiyun.view.text.TextTable;
import org.tiyun.words.Words;

/**
 * A matrix of sectors as rows of text: what every form of it shows.
 *
 * @param title what it is, and when
 * @param head the first cell empty, then the sectors, then the sum
 * @param rows name of the row, a cell for each sector, the sum
 */
public record MatrixTable(String title, List<String> head, List<List<String>> rows) {
  /** What is left of rounding, as a share of the largest amount, is shown as 0. */
  private static final double ROUNDING = 1e-9;

  /** How signs are written. */
  public enum Signs {
    /** Plus and minus, as Godley and Lavoie print them. */
    PLUS_MINUS,
    /** Debit and credit: a use of money or an asset is DR, a source or a liability CR. */
    DEBIT_CREDIT
  }

  public static MatrixTable of(SectorMatrix matrix, Signs signs, Words words) {
    Writer writer = new Writer(matrix, signs, words, largest(matrix));
    List<String> head = new ArrayList<>(List.of(""));
    head.addAll(matrix.sectors());
    head.add(words.text("view.matrix.sum"));
    List<List<String>> rows = new ArrayList<>();
    for (SectorMatrix.Row row : matrix.rows()) {
      List<String> cells = new ArrayList<>(List.of(writer.name(row)));
      row.cells().forEach(c -> cells.add(writer.cell(row, c)));
      cells.add(writer.sum(row.sum()));
      rows.add(cells);
    }
    List<String> sums = new ArrayList<>(List.of(words.text("view.matrix.sum")));
    matrix.sums().forEach(s -> sums.add(writer.sum(s)));
    sums.add(writer.sum(matrix.sums().stream().mapToDouble(Double::doubleValue).sum()));
    rows.add(sums);
    return new MatrixTable(title(matrix, words), head, rows);
  }

  private static double largest(SectorMatrix matrix) {
    return matrix.rows().stream()
        .flatMap(r -> r.cells().stream())
        .mapToDouble(c -> Math.abs(c.amount()))
        .max()
        .orElse(0);
  }

  private static String title(SectorMatrix matrix, Words words) {
    String key = matrix.balance() ? "view.matrix.balance" : "view.matrix.flows";
    return matrix.period().isPresent()
        ? words.say(key + ".at", "period", matrix.period().get())
        : words.text(key);
  }

  private record Writer(SectorMatrix matrix, Signs signs, Words words, double largest) {

    String name(SectorMatrix.Row row) {
      return switch (row.kind()) {
        case FLOW, CLAIM -> row.name();
        case CHANGE -> words.say("view.matrix.change", "claim", row.name());
        case WORTH -> words.text("view.matrix.worth");
      };
    }

    String cell(SectorMatrix.Row row, SectorMatrix.Cell cell) {
      if (cell.isEmpty()) {
        return "";
      }
      if (matrix.period().isPresent()) {
        return amount(cell.amount());
      }
      String symbol =
          switch (row.kind()) {
            case FLOW, CLAIM -> row.name();
            case CHANGE -> "Δ" + row.name();
            case WORTH -> words.text("view.matrix.worth.symbol");
          };
      if (signs == Signs.DEBIT_CREDIT) {
        boolean both = cell.plus() && cell.minus();
        return symbol + (both ? " DR/CR" : debit(cell.plus()) ? " DR" : " CR");
      }
      return (cell.plus() && cell.minus() ? "±" : cell.plus() ? "+" : "\u2212") + symbol;
    }

    /** An asset is a debit; a receipt is a credit. */
    private boolean debit(boolean plus) {
      return matrix.balance() == plus;
    }

    String sum(double sum) {
      return matrix.period().isPresent() ? amount(sum) : "0";
    }

    private String amount(double value) {
      if (Math.abs(value) <= ROUNDING * largest) {
        return "0";
      }
      String size = String.format(Locale.ROOT, "%.2f", Math.abs(value));
      if (signs == Signs.DEBIT_CREDIT) {
        return size + (debit(value > 0) ? " DR" : " CR");
      }
      return (value > 0 ? "+" : "\u2212") + size;
    }
  }

  /** Aligned for a terminal. */
  public String text() {
    TextTable table = new TextTable(1);
    table.row(head);
    rows.forEach(table::row);
    return title + "\n\n" + table.text();
  }

  /** As a table of Markdown. */
  public String markdown() {
    StringBuilder out = new StringBuilder("**").append(title).append("**\n\n");
    line(out, head);
    out.append("|---|").append("---:|".repeat(head.size() - 1)).append('\n');
    rows.forEach(r -> line(out, r));
    return out.toString();
  }

  private static void line(StringBuilder out, List<String> cells) {
    out.append('|');
    cells.forEach(c -> out.append(' ').append(c.replace("|", "\\|")).append(" |"));
    out.append('\n');
  }
}
