package org.tiyun.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tiyun.study.twin.Twin;
import org.tiyun.study.twin.TwinResult;
import org.tiyun.view.json.TwinJson;
import org.tiyun.view.map.RoleMaps;
import org.tiyun.view.text.Called;
import org.tiyun.view.text.TwinText;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tiyun twin A B [C]}: machines side by side on one clock. */
@Command(name = "twin")
final class TwinTask implements Task {
  private static final List<String> USUAL = List.of("ai-loop", "chengtou");

  @Parameters(arity = "0..3", paramLabel = "MODEL", descriptionKey = "MODELS")
  List<String> names = List.of();

  @Option(names = "--zero", paramLabel = "MODEL=PERIOD", descriptionKey = "zero")
  Map<String, String> zeros = new LinkedHashMap<>();

  @Option(names = "--draws", paramLabel = "N", descriptionKey = "draws", defaultValue = "200")
  int draws = 200;

  @Option(names = "--threads", paramLabel = "N", descriptionKey = "threads")
  Optional<Integer> threads = Optional.empty();

  @Option(names = "--svg", descriptionKey = "svg")
  boolean svg;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed", defaultValue = "1")
  long seed = 1;

  @Override
  public int run(Session session) {
    Format format = session.format(Set.of(Format.JSON));
    int work = threads.orElse(Runtime.getRuntime().availableProcessors());
    if (work < 1) {
      throw new Failure(
          Finding.error("E0113")
              .with("value", work)
              .with("option", "--threads")
              .with("command", "tiyun twin"));
    }
    List<String> asked =
        switch (names.size()) {
          case 0 -> USUAL;
          case 1 -> List.of("ai-loop", names.get(0));
          default -> names;
        };
    try (Progress _ = session.progress("cli.progress.run")) {
      // Maps show no ranges.
      TwinResult twin = Twin.of(session.home(), asked, zeros, seed, svg ? 0 : draws, work);
      session.answer(
          svg
              ? maps(twin, session.words())
              : format == Format.JSON
                  ? TwinJson.of(twin, seed, Version.current())
                  : new TwinText(session.words()).of(twin));
    }
    return ExitCode.FINE;
  }

  private static String maps(TwinResult twin, Words words) {
    if (twin.maps().isEmpty()) {
      throw new Failure(Finding.error("E0696"));
    }
    List<String> names =
        twin.models().stream().map(side -> Called.model(side.model(), words)).toList();
    return new RoleMaps(twin, names, words).file();
  }
}
