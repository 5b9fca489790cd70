package org.tiyun.studio.shelf;

import java.nio.file.Path;

/**
 * A model or a ledger that can be asked for by its id.
 *
 * @param id what stands in addresses: the name of its folder or file
 * @param path its folder, or the file of a model
 */
public record ShelfItem(String id, Kind kind, Path path) {

  /** What it is. */
  public enum Kind {
    MODEL,
    LEDGER
  }
}
