package org.tiyun.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tiyun.circuit.Circuit;
import org.tiyun.circuit.Explained;
import org.tiyun.circuit.MatrixMeasures;
import org.tiyun.circuit.NamedFigure;
import org.tiyun.circuit.NetworkMeasures;
import org.tiyun.circuit.Tracing;
import org.tiyun.circuit.edges.EdgeList;
import org.tiyun.circuit.network.FlowNetwork;
import org.tiyun.circuit.network.Hubs;
import org.tiyun.circuit.network.NullModel;
import org.tiyun.circuit.range.Bands;
import org.tiyun.circuit.range.Ranges;
import org.tiyun.ledger.Ledger;
import org.tiyun.ledger.Names;
import org.tiyun.view.json.ExplainedJson;
import org.tiyun.view.json.GraphText;
import org.tiyun.view.json.MapJson;
import org.tiyun.view.map.CashMap;
import org.tiyun.view.map.MapDrawing;
import org.tiyun.view.map.PromiseMap;
import org.tiyun.view.text.ExplainedText;
import org.tiyun.view.text.MapAnswer;
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

  private static final int NULL_DRAWS = 1000;
  private static final int MOST_RESOLVED = 1000;

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

  @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "as-of")
  Optional<String> asOf = Optional.empty();

  @Option(names = "--boundary", paramLabel = "NAME", descriptionKey = "boundary")
  Optional<String> boundary = Optional.empty();

  @Option(names = "--ranges", descriptionKey = "ranges")
  boolean ranges;

  @Option(names = "--draws", paramLabel = "N", descriptionKey = "draws")
  int draws = Bands.USUAL_DRAWS;

  @Option(names = "--bounds", descriptionKey = "bounds")
  boolean bounds;

  @Option(names = "--null-model", descriptionKey = "null-model")
  boolean nullModel;

  @Option(names = "--explain", paramLabel = "FIGURE", descriptionKey = "explain")
  Optional<String> explain = Optional.empty();

  @Option(names = "--graph", paramLabel = "graphml|gexf", descriptionKey = "graph")
  Optional<String> graph = Optional.empty();

  @Option(names = "--hubs", descriptionKey = "hubs")
  boolean hubs;

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
    Circuit.Choice choice =
        new Circuit.Choice(
            year.map(OptionalInt::of).orElse(OptionalInt.empty()),
            LedgerArgument.boundary(boundary),
            asOf.map(MapTask::date),
            limits);
    LedgerArgument.draws(draws);
    Ledger ledger = LedgerArgument.read(found);
    try (Progress _ = session.progress("cli.progress.map")) {
      Circuit circuit = Circuit.of(ledger, choice);
      if (svg || promises) {
        session.answer(picture(circuit, session.words()));
        return ExitCode.FINE;
      }
      if (explain.isPresent()) {
        session.answer(explained(session, format, circuit, explain.get()));
        return ExitCode.FINE;
      }
      if (graph.isPresent()) {
        FlowNetwork network = circuit.cash().matrix().network();
        session.answer(graphFormat().of(network.parties(), network.inside()));
        return ExitCode.FINE;
      }
      MapAnswer answer = answer(circuit);
      session.answer(
          format == Format.JSON
              ? MapJson.of(answer, limits.longestLoop())
              : new MapText(session.words()).of(answer));
    }
    return ExitCode.FINE;
  }

  private MapAnswer answer(Circuit circuit) {
    FlowNetwork network = circuit.cash().matrix().network();
    double cents = MatrixMeasures.CENTS_PER_BILLION;
    return new MapAnswer(
        circuit,
        ranges ? Optional.of(Ranges.of(circuit, draws)) : Optional.empty(),
        bounds ? Optional.of(Tracing.of(circuit.cash())) : Optional.empty(),
        nullModel ? Optional.of(chance(network, cents)) : Optional.empty(),
        hubs ? Optional.of(Hubs.of(network, cents)) : Optional.empty());
  }

  private static NullModel chance(FlowNetwork network, double unitsPerAmount) {
    return NullModel.of(network, unitsPerAmount, NULL_DRAWS, Bands.USUAL_SEED);
  }

  private static String date(String asked) {
    boolean good = asked.matches("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?");
    if (!good) {
      throw new Failure(Finding.error("E0113").with("value", asked).with("option", "--as-of"));
    }
    return asked;
  }

  private static String explained(Session session, Format format, Circuit circuit, String figure) {
    Explained found = NamedFigure.of(circuit, figure);
    return format == Format.JSON
        ? ExplainedJson.of(figure, found)
        : new ExplainedText(session.words()).of(circuit, figure, found);
  }

  private GraphText graphFormat() {
    String asked = graph.orElse("");
    return GraphText.of(asked)
        .orElseThrow(() ->
            new Failure(Finding.error("E0113").with("value", asked).with("option", "--graph")));
  }

  private void refuseTooMany(int parties) {
    if ((hubs || nullModel) && parties > MOST_RESOLVED) {
      throw new Failure(
          Finding.error("E0530")
              .with("option", hubs ? "--hubs" : "--null-model")
              .with("count", parties)
              .with("most", MOST_RESOLVED));
    }
  }

  private void refuseLedgerOptions() {
    String option =
        explain.isPresent()
            ? "--explain"
            : asOf.isPresent()
                ? "--as-of"
                : boundary.isPresent()
                    ? "--boundary"
                    : ranges
                        ? "--ranges"
                        : bounds ? "--bounds" : year.isPresent() ? "--matrix" : "";
    if (!option.isEmpty()) {
      throw new Failure(Finding.error("E0529").with("option", option));
    }
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
    refuseLedgerOptions();
    EdgeList list = EdgeList.read(file, nodes);
    try (Progress _ = session.progress("cli.progress.map")) {
      if (graph.isPresent()) {
        session.answer(graphFormat().of(list.network().parties(), list.network().inside()));
        return ExitCode.FINE;
      }
      refuseTooMany(list.network().size());
      NetworkMeasures measures = NetworkMeasures.of(list.network(), CENTS, limits);
      Optional<NullModel> chance =
          nullModel ? Optional.of(chance(list.network(), CENTS)) : Optional.empty();
      Optional<Hubs> found = hubs ? Optional.of(Hubs.of(list.network(), CENTS)) : Optional.empty();
      session.answer(
          format == Format.JSON
              ? MapJson.of(measures, chance, found)
              : new MapText(session.words()).of(measures, chance, found));
    }
    List<Finding> remarks = list.findings();
    session.show(remarks);
    return ExitCode.FINE;
  }
}
