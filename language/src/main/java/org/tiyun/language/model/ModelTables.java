package org.tiyun.language.model;

import java.util.List;
import java.util.Optional;

/**
 * The tables that a model may read, by name: all it can see of the world. A cell is text; numbers
 * are read from it where an expression wants one.
 *
 * @param hash of the ledger they come from; empty text where there is none
 */
public record ModelTables(String id, String hash, List<Table> tables) {

  public static ModelTables none() {
    return new ModelTables("", "", List.of());
  }

  public Optional<Table> table(String name) {
    return tables.stream().filter(t -> t.name().equals(name)).findFirst();
  }

  /**
   * @param lines 1-based line in {@code file} where each row begins
   * @param keyColumns columns that name a row
   */
  public record Table(
      String name,
      String file,
      List<String> columns,
      List<String> keyColumns,
      List<List<String>> rows,
      int[] lines) {}
}
