package org.tiyun.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tiyun.circuit.matrix.Boundary;
import org.tiyun.circuit.matrix.FlowMatrix;
import org.tiyun.circuit.matrix.Reconstruction;
import org.tiyun.ledger.Ledger;
import org.tiyun.ledger.LedgerReader;
import org.tiyun.ledger.LedgerReading;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/** What the commands about a ledger are told: which one, which year, which boundary. */
final class LedgerArgument {
  private LedgerArgument() {}

  /**
   * A ledger by id, folder or descriptor.
   *
   * @throws Failure E0604 or E0613 where there is none of that name; the ledger's own findings
   */
  static Ledger open(Session session, String name) {
    return read(session.home().require(name));
  }

  static Ledger read(Path found) {
    LedgerReading reading =
        LedgerReader.read(Files.isDirectory(found) ? found : found.resolveSibling(""));
    return reading.ledger().orElseThrow(() -> new Failure(reading.findings()));
  }

  /** The year asked for, or the latest that the ledger has cells of. */
  static int year(Ledger ledger, Optional<Integer> asked) {
    return asked.orElseGet(
        () -> FlowMatrix.years(ledger).stream().mapToInt(Integer::intValue).max().orElse(0));
  }

  /**
   * The boundary of that name.
   *
   * @throws Failure E0526 where there is none
   */
  static Boundary boundary(Optional<String> key) {
    if (key.isEmpty()) {
      return Boundary.AI_ACCOUNTS;
    }
    return Boundary.of(key.get())
        .orElseThrow(() ->
            new Failure(
                Finding.error("E0526")
                    .with("boundary", key.get())
                    .with("boundaries", Boundary.keys())));
  }

  /**
   * The method for unknown cells of that name.
   *
   * @throws Failure E0535 where there is none
   */
  static Reconstruction reconstruction(Optional<String> key) {
    if (key.isEmpty()) {
      return Reconstruction.LEAST_SQUARES;
    }
    return Reconstruction.of(key.get())
        .orElseThrow(() ->
            new Failure(
                Finding.error("E0535")
                    .with("method", key.get())
                    .with("methods", Reconstruction.keys())));
  }

  /**
   * How many draws behind a range.
   *
   * @throws Failure E0113 for fewer than 20: they have no 5th percentile
   */
  static int draws(int asked) {
    if (asked < 20 || asked > 1_000_000) {
      throw new Failure(Finding.error("E0113").with("value", asked).with("option", "--draws"));
    }
    return asked;
  }
}
