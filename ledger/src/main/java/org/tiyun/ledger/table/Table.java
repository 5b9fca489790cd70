package org.tiyun.ledger.table;

import java.util.List;

/**
 * A table as read: every cell as text, blank where missing.
 *
 * @param path relative to the package's folder
 * @param shownFile how the user names the file
 * @param rows cells in the order of {@code columns}, always as many
 * @param ragged rows with too few or too many cells, reported already: nothing of them is checked,
 *     but a key among them is not unknown
 * @param lines 1-based line where each row begins
 * @param whole false where reading broke off: then nobody may rely on a row being absent
 * @param damaged true where bytes were no text: cells holding U+FFFD are already reported
 */
public record Table(
    Resource resource,
    String path,
    String shownFile,
    List<String> columns,
    List<List<String>> rows,
    List<List<String>> ragged,
    int[] lines,
    boolean whole,
    boolean damaged) {

  /** Position of a column, or -1. */
  public int column(String name) {
    return columns.indexOf(name);
  }

  /** A cell; blank where the table has no such column. */
  public String cell(int row, String name) {
    int column = column(name);
    return column < 0 ? "" : rows.get(row).get(column);
  }

  /** The row's key, its parts joined by a slash; the line where the table has no key. */
  public String key(int row) {
    List<String> key = resource.primaryKey();
    if (key.isEmpty()) {
      return "#" + lines[row];
    }
    if (key.size() == 1) {
      return cell(row, key.get(0));
    }
    StringBuilder joined = new StringBuilder();
    for (String name : key) {
      joined.append(joined.isEmpty() ? "" : "/").append(cell(row, name));
    }
    return joined.toString();
  }
}
