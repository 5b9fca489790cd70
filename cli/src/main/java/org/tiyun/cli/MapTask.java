package org.tiyun.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tiyun.circuit.Circuit;
import org.tiyun.circuit.NetworkMeasures;
import org.tiyun.circuit.edges.EdgeList;
import org.tiyun.ledger.Ledger;
import org.tiyun.ledger.LedgerReader;
import org.tiyun.ledger.LedgerReading;
import org.tiyun.ledger.Names;
import org.tiyun.view.json.MapJson;
import org.tiyun.view.map.CashMap;
import org.tiyun.view.map.MapDrawing;
import org.tiyun.view.map.PromiseMap;
import org.tiyun.view.text.MapText;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tiyun map LEDGER | EDGES.csv}: who pays whom, and how much never leaves. */
@Command(name = "map")
final class MapTask implements Task {
  /** Whole units in one unit of a bare edge list: amounts are counted to the cent. */
  private static final double CENTS = 100;

  @Parameters(
      arity = "0..1",
      paramLabel = "LEDGER",
      descriptionKey = "LEDGER",
      defaultValue = "ai-2025")
  String name = "ai-2025";

  @Option(names = "--matrix", paramLabel = "YEAR", descriptionKey = "matrix")
  Optional<Integer> year = Optional.empty();

  @Option(names = "--nodes", paramLabel = "NODES.csv", descriptionKey = "nodes")
  Optional<Path> nodes = Optional.empty();

  @Option(names = "--cycle-length", paramLabel = "N", descriptionKey = "cycle-length")
  Optional<Integer> cycleLength = Optional.empty();

  @Option(names = "--svg", descriptionKey = "svg")
  boolean svg;

  @Option(names = "--promises", descriptionKey = "promises")
  boolean promises;

  @Override
  public int run(Session session) {
    Format format = session.format(Set.of(Format.JSON));
    Path found =
        session
            .home()
            .find(name)
            .orElseThrow(() -> new Failure(Finding.error("E0604").with("name", name)));
    int longest = cycleLength.orElse(NetworkMeasures.Limits.USUAL.longestLoop());
    if (longest < 2 || longest > 20) {
      throw new Failure(
          Finding.error("E0113").with("value", longest).with("option", "--cycle-length"));
    }
    NetworkMeasures.Limits limits =
        new NetworkMeasures.Limits(
            longest,
            NetworkMeasures.Limits.USUAL.keepLoops(),
            NetworkMeasures.Limits.USUAL.findLoops());
    return Files.isDirectory(found) || found.endsWith("datapackage.json")
        ? ledger(session, format, found, limits)
        : edges(session, format, found, limits);
  }

  private int ledger(Session session, Format format, Path found, NetworkMeasures.Limits limits) {
    Path folder = Files.isDirectory(found) ? found : found.resolveSibling("");
    LedgerReading reading = LedgerReader.read(folder);
    Ledger ledger = reading.ledger().orElseThrow(() -> new Failure(reading.findings()));
    OptionalInt chosen = year.isPresent() ? OptionalInt.of(year.get()) : OptionalInt.empty();
    try (Progress _ = session.progress("cli.progress.map")) {
      Circuit circuit = Circuit.of(ledger, chosen, limits);
      if (svg || promises) {
        session.answer(picture(circuit, session.words()));
        return ExitCode.FINE;
      }
      session.answer(
          format == Format.JSON
              ? MapJson.of(circuit, limits.longestLoop())
              : new MapText(session.words()).of(circuit));
    }
    return ExitCode.FINE;
  }

  private String picture(Circuit circuit, Words words) {
    MapDrawing.Format wide = MapDrawing.Format.WIDE;
    Names names = Names.of(circuit.ledger());
    return MapDrawing.file(
        promises
            ? PromiseMap.of(circuit, words, names, wide)
            : CashMap.of(circuit, words, names, wide),
        words,
        wide);
  }

  private int edges(Session session, Format format, Path file, NetworkMeasures.Limits limits) {
    EdgeList list = EdgeList.read(file, nodes);
    try (Progress _ = session.progress("cli.progress.map")) {
      NetworkMeasures measures = NetworkMeasures.of(list.network(), CENTS, limits);
      session.answer(
          format == Format.JSON ? MapJson.of(measures) : new MapText(session.words()).of(measures));
    }
    List<Finding> remarks = list.findings();
    session.show(remarks);
    return ExitCode.FINE;
  }
}
