package org.tiyun.view.text;

import java.util.ArrayList;
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
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (int r = 0; r < rows.size(); r++) {
      List<String> row = headings.contains(r) ? List.of() : rows.get(r);
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], Columns.of(row.get(i)));
      }
    }
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(i == 0 ? "" : "  ");
        line.append(
            i < leftColumns
                ? Columns.left(row.get(i), widths[i])
                : Columns.right(row.get(i), widths[i]));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }
}
