package org.tiyun.view.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table of aligned columns for a terminal: the first column to the left, the others to the right.
 */
public final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();
  private final Set<Integer> headings = new HashSet<>();
  private static final String INDENT = "  ";
  private static final String GAP = "  ";
  private static final int NARROWEST = 14;

  private final int leftColumns;
  private final int first;

  /**
   * @param leftColumns how many columns, from the first on, hold words and stand to the left
   */
  public TextTable(int leftColumns) {
    this(leftColumns, Integer.MAX_VALUE);
  }

  /**
   * @param first most columns of a row's first cell: a longer one goes on in the next lines
   */
  public TextTable(int leftColumns, int first) {
    this.leftColumns = leftColumns;
    this.first = first;
  }

  public TextTable row(String... cells) {
    return row(List.of(cells));
  }

  public TextTable row(List<String> cells) {
    return row(cells, List.of());
  }

  /**
   * A row and what stands beneath its cells, in the line in which a long first cell goes on.
   *
   * @param beneath what stands under the second cell, the third, ...
   */
  public TextTable row(List<String> cells, List<String> beneath) {
    String text = cells.isEmpty() ? "" : cells.getFirst();
    String own = " ".repeat(text.length() - text.stripLeading().length());
    List<String> lines =
        Columns.of(text) <= first
            ? List.of(text)
            : Columns.lines(text, first - INDENT.length() - own.length());
    for (int i = 0; i < Math.max(lines.size(), beneath.isEmpty() ? 1 : 2); i++) {
      List<String> line = new ArrayList<>();
      if (i == 0) {
        line.addAll(cells);
      } else {
        line.add("");
        line.addAll(i == 1 ? beneath : List.of());
      }
      String word = i < lines.size() ? lines.get(i) : "";
      if (!line.isEmpty() && lines.size() > 1) {
        line.set(0, word.isEmpty() ? "" : (i == 0 ? own : own + INDENT) + word);
      }
      rows.add(List.copyOf(line));
    }
    return this;
  }

  /** A line of its own above rows, which widens no column. */
  public TextTable heading(String text) {
    headings.add(rows.size());
    rows.add(List.of(text));
    return this;
  }

  /** The rows, each ended by a line break, without blanks at the ends of lines. */
  public String text() {
    return laid(rows);
  }

  /**
   * The rows in lines of at most so many columns where words can give way: first the heads of
   * figures, which stand in the first row, then the columns of words, the widest first. A cell that
   * is too long, or has a line break in it, goes on in the next lines. Figures are never broken, so
   * that a table of many figures may stay wider.
   */
  public String text(int most) {
    int[] widths = widths(rows);
    int[] least = new int[widths.length];
    for (int i = 0; i < widths.length; i++) {
      least[i] = least(i);
    }
    int over = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - most;
    over = narrow(widths, least, leftColumns, widths.length, over);
    narrow(widths, least, 0, Math.min(leftColumns, widths.length), over);
    List<List<String>> lines = new ArrayList<>();
    Set<Integer> titles = new HashSet<>();
    for (int r = 0; r < rows.size(); r++) {
      if (headings.contains(r)) {
        titles.add(lines.size());
        lines.add(rows.get(r));
      } else {
        lines.addAll(broken(rows.get(r), widths, r > 0));
      }
    }
    TextTable narrow = new TextTable(leftColumns);
    narrow.headings.addAll(titles);
    return narrow.laid(lines);
  }

  /** Takes columns from the one that has most to give, until nothing is over or to be had. */
  private static int narrow(int[] widths, int[] least, int from, int to, int over) {
    int left = over;
    while (left > 0) {
      int widest = from;
      for (int i = from; i < to; i++) {
        widest = widths[i] - least[i] > widths[widest] - least[widest] ? i : widest;
      }
      if (from >= to || widths[widest] <= least[widest]) {
        return left;
      }
      widths[widest]--;
      left--;
    }
    return left;
  }

  /** How narrow a column can become: words to a few signs, figures to the widest of them. */
  private int least(int column) {
    int least = column < leftColumns ? NARROWEST : 0;
    for (int r = 0; r < rows.size(); r++) {
      if (headings.contains(r) || column >= rows.get(r).size()) {
        continue;
      }
      for (String line : rows.get(r).get(column).lines().toList()) {
        int needed =
            r == 0 || column < leftColumns
                ? Columns.lines(line, 1).stream().mapToInt(Columns::of).max().orElse(0)
                : Columns.of(line);
        least = Math.max(least, r == 0 || column >= leftColumns ? needed : 0);
      }
    }
    return least;
  }

  /** One row as lines; what goes on of a word that is no head is set in. */
  private List<List<String>> broken(List<String> row, int[] widths, boolean inset) {
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      String indent = inset && i < leftColumns ? INDENT : "";
      cells.add(broken(row.get(i), widths[i], indent));
    }
    int height = cells.stream().mapToInt(List::size).max().orElse(1);
    List<List<String>> lines = new ArrayList<>();
    for (int l = 0; l < height; l++) {
      List<String> line = new ArrayList<>();
      for (List<String> cell : cells) {
        line.add(l < cell.size() ? cell.get(l) : "");
      }
      lines.add(List.copyOf(line));
    }
    return lines;
  }

  private static List<String> broken(String cell, int width, String indent) {
    List<String> lines = new ArrayList<>();
    for (String part : cell.lines().toList()) {
      if (Columns.of(part) <= width) {
        lines.add(part);
        continue;
      }
      String own = " ".repeat(part.length() - part.stripLeading().length());
      for (String line : Columns.lines(part, width - indent.length() - own.length())) {
        lines.add((lines.isEmpty() ? own : own + indent) + line);
      }
    }
    return lines;
  }

  private String laid(List<List<String>> lines) {
    int[] widths = widths(lines);
    StringBuilder out = new StringBuilder();
    for (List<String> row : lines) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(i == 0 ? "" : GAP);
        line.append(
            i < leftColumns
                ? Columns.left(row.get(i), widths[i])
                : Columns.right(row.get(i), widths[i]));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  /** The widest line of each column; a heading widens none. */
  private int[] widths(List<List<String>> lines) {
    int[] widths = new int[lines.stream().mapToInt(List::size).max().orElse(0)];
    for (int r = 0; r < lines.size(); r++) {
      List<String> row = headings.contains(r) ? List.of() : lines.get(r);
      for (int i = 0; i < row.size(); i++) {
        for (String line : row.get(i).lines().toList()) {
          widths[i] = Math.max(widths[i], Columns.of(line));
        }
      }
    }
    return widths;
  }
}
