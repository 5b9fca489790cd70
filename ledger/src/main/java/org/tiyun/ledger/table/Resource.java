package org.tiyun.ledger.table;

import java.util.List;

/**
 * One file of a data package.
 *
 * @param path relative to the package's folder, as written
 * @param line line of {@code datapackage.json} where it is described
 * @param tabular false where the file is no table: it counts into the hash and is not looked into
 * @param missing cell texts that mean "no value", beside the blank
 */
public record Resource(
    String name,
    String path,
    int line,
    boolean tabular,
    char delimiter,
    List<String> missing,
    List<Field> fields,
    List<String> primaryKey,
    List<ForeignKey> foreignKeys) {

  /** The same file with other columns and keys. */
  public Resource with(
      List<Field> newFields, List<String> newKey, List<ForeignKey> newForeignKeys) {
    return new Resource(
        name, path, line, tabular, delimiter, missing, newFields, newKey, newForeignKeys);
  }
}
