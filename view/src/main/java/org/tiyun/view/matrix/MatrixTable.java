package org.tiyun.view.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tiyun.study.matrix.SectorMatrix;
import org.tiyun.view.text.Columns;
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
  /** Columns of a terminal that a table may take; a wider one is shown in parts. */
  private static final int WIDTH = 100;

  /** In a table of more sectors than this a cell holds its sign alone: the row says of what. */
  private static final int FEW = 8;

  /** What is left of rounding, as a share of the largest amount, is shown as 0. */
  private static final double ROUNDING = 1e-9;

  /** How signs are written. */
  public enum Signs {
    /** Plus and minus, as Godley and Lavoie print them. */
    PLUS_MINUS,
    /** Debit and credit: a use of money or an asset is DR, a source or a liability CR. */
    DEBIT_CREDIT
  }

  /** With sectors under their ids. */
  public static MatrixTable of(SectorMatrix matrix, Signs signs, Words words) {
    return of(matrix, signs, words, id -> id);
  }

  /**
   * @param called the name of a sector
   */
  public static MatrixTable of(
      SectorMatrix matrix, Signs signs, Words words, UnaryOperator<String> called) {
    Writer writer = new Writer(matrix, signs, words, largest(matrix));
    List<String> head = new ArrayList<>(List.of(""));
    matrix.sectors().forEach(sector -> head.add(called.apply(sector)));
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
      String symbol = matrix.sectors().size() > FEW ? "" : symbol(row);
      if (signs == Signs.DEBIT_CREDIT) {
        boolean both = cell.plus() && cell.minus();
        return (symbol + (both ? " DR/CR" : debit(cell.plus()) ? " DR" : " CR")).strip();
      }
      return (cell.plus() && cell.minus() ? "±" : cell.plus() ? "+" : "\u2212") + symbol;
    }

    private String symbol(SectorMatrix.Row row) {
      return switch (row.kind()) {
        case FLOW, CLAIM -> row.name();
        case CHANGE -> "Δ" + row.name();
        case WORTH -> words.text("view.matrix.worth.symbol");
      };
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

  /**
   * Aligned for a terminal; a wide table in parts, each with the rows that have something there.
   */
  public String text(Words words) {
    List<int[]> parts = parts();
    if (parts.size() == 1) {
      return title + "\n\n" + part(parts.getFirst());
    }
    StringBuilder out = new StringBuilder(title).append('\n');
    for (int[] columns : parts) {
      int last = Math.min(columns[1], head.size() - 1);
      out.append('\n')
          .append(
              words.say(
                  "view.matrix.part", "from", columns[0], "to", last - 1, "of", head.size() - 2))
          .append("\n\n")
          .append(part(columns));
    }
    return out.toString();
  }

  private String part(int[] columns) {
    TextTable table = new TextTable(1);
    table.row(cells(head, columns));
    boolean whole = columns[1] - columns[0] == head.size() - 1;
    for (List<String> row : rows) {
      List<String> cells = cells(row, columns);
      if (whole
          || cells.stream().skip(1).anyMatch(c -> !c.isEmpty() && !c.equals("0"))
          || row == rows.getLast()) {
        table.row(cells);
      }
    }
    return table.text();
  }

  private static List<String> cells(List<String> row, int[] columns) {
    List<String> cells = new ArrayList<>(List.of(row.getFirst()));
    cells.addAll(row.subList(columns[0], columns[1]));
    return cells;
  }

  /** First and last column but one of each part, as many as fit beside the names of the rows. */
  private List<int[]> parts() {
    List<int[]> parts = new ArrayList<>();
    int names = width(0);
    int from = 1;
    int used = names;
    for (int c = 1; c < head.size(); c++) {
      int more = 2 + width(c);
      // The sum stands beside at least one sector.
      if (used + more > WIDTH && c > from && c < head.size() - 1) {
        parts.add(new int[] {from, c});
        from = c;
        used = names;
      }
      used += more;
    }
    parts.add(new int[] {from, head.size()});
    return parts;
  }

  private int width(int column) {
    return Stream.concat(Stream.of(head), rows.stream())
        .mapToInt(row -> Columns.of(row.get(column)))
        .max()
        .orElse(0);
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
