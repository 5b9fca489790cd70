package org.tiyun.study.open;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tiyun.language.Language;
import org.tiyun.language.model.Checked;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.LookUp;
import org.tiyun.language.model.ModelTables;
import org.tiyun.ledger.Ledger;
import org.tiyun.ledger.LedgerReader;
import org.tiyun.ledger.LedgerReading;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;
import org.tiyun.words.Severity;

/**
 * Opens a model: gathers the files it includes and the ledger it names, and has them checked. A
 * model may include files of its own folder only, and may name a ledger beside that folder only, so
 * that a text from a stranger reads nothing else. A link that leads elsewhere is elsewhere.
 */
public final class ModelOpener {
  private static final String ENDING = ".tiyun";

  /** A row of the ledger names a firm that its table of entities has not. */
  private static final String STRANGER = "E0433";

  private final Home home;

  public ModelOpener(Home home) {
    this.home = home;
  }

  /** Where it looks for models. */
  public Home home() {
    return home;
  }

  /** A scenario file of the user's own. */
  public static OpenModel.ScenarioFile scenarioFile(Path path) {
    String shown = path.toString().replace('\\', '/');
    return new OpenModel.ScenarioFile(shown, shown, TextFile.read(path, shown));
  }

  /** What came of opening a model: the model where it is sound, and every finding. */
  public record Opening(Optional<OpenModel> model, List<Finding> findings) {}

  /**
   * Opens the model of that name or path.
   *
   * @throws Failure with every error found
   */
  public OpenModel open(String name) {
    Opening opening = tryOpen(name);
    return opening.model().orElseThrow(() -> new Failure(opening.findings()));
  }

  /**
   * Opens a model that sees its ledger as it was known at a quarter's end.
   *
   * @throws Failure with every error found
   */
  public OpenModel open(String name, LedgerCut cut) {
    Opening opening = opening(mainFile(name), Optional.of(cut));
    return opening.model().orElseThrow(() -> new Failure(opening.findings()));
  }

  /** Opens the model of that name or path; findings instead of failures. */
  public Opening tryOpen(String name) {
    try {
      return opening(mainFile(name), Optional.empty());
    } catch (Failure failure) {
      return new Opening(Optional.empty(), failure.findings());
    }
  }

  /** The main file of a model: the file itself, or in a folder the file of the folder's name. */
  private Path mainFile(String name) {
    Path found = home.require(name);
    if (!Files.isDirectory(found)) {
      return found;
    }
    Path main = found.resolve(found.toAbsolutePath().normalize().getFileName() + ENDING);
    if (!Files.isRegularFile(main)) {
      throw new Failure(
          Finding.error("E0605", Place.of(home.shown(found))).with("file", main.getFileName()));
    }
    return main;
  }

  private Opening opening(Path main, Optional<LedgerCut> cut) {
    Path folder = java.util.Objects.requireNonNull(main.toAbsolutePath().normalize().getParent());
    Map<String, String> files = new LinkedHashMap<>();
    List<String> ledgers = new ArrayList<>();
    Deque<Path> waiting = new ArrayDeque<>(List.of(main.toAbsolutePath().normalize()));
    while (!waiting.isEmpty()) {
      Path file = waiting.poll();
      String name = folder.relativize(file).toString().replace('\\', '/');
      if (files.containsKey(name)) {
        continue;
      }
      String text = TextFile.read(file, home.shown(file));
      files.put(name, text);
      Language.Needs needs = Language.needs(text);
      ledgers.addAll(needs.ledgers());
      for (String include : needs.includes()) {
        // An include that is missing or outside is left to the checker, which knows its place.
        named(folder, include)
            .filter(path -> Files.isRegularFile(path) && inside(path, folder))
            .ifPresent(waiting::add);
      }
    }
    Optional<LedgerReading> reading =
        ledgers.isEmpty() ? Optional.empty() : Optional.of(ledger(folder, ledgers.get(0)));
    Optional<Ledger> ledger = reading.flatMap(LedgerReading::ledger);
    ModelTables all =
        reading
            .map(r ->
                r.ledger()
                    .map(LedgerTables::of)
                    .orElseGet(() -> LedgerTables.of("", "", r.tables())))
            .orElse(ModelTables.none());
    ModelTables tables = cut.map(c -> c.of(all)).orElse(all);
    List<LookUp> lookUps = new ArrayList<>();
    Checked<CheckedModel> checked =
        Language.check(String.valueOf(main.getFileName()), files, tables, lookUps::add);
    List<Finding> findings =
        new ArrayList<>(checked.findings().stream().map(f -> shown(f, folder)).toList());
    FirmsAsked asked = new FirmsAsked(lookUps, tables);
    String named = ledgers.isEmpty() ? "" : ledgers.get(0);
    if (reading.isPresent() && ledger.isEmpty()) {
      throw new Failure(unsound(reading.get(), asked, named, folder));
    }
    Map<String, LookUp> missing = asked.missing(Set.of());
    Optional<Finding> error = asked.error(missing, named, p -> shown(p, folder), Map.of());
    if (error.isPresent()) {
      // What else has no row hangs on the same firms, or is told once they are there.
      findings.removeIf(f -> f.code().equals("E0229"));
      findings.add(0, error.get());
      return new Opening(Optional.empty(), List.copyOf(findings));
    }
    if (checked.result().isEmpty()) {
      return new Opening(Optional.empty(), List.copyOf(findings));
    }
    LateRows.remark(checked.result().get(), p -> shown(p, folder)).ifPresent(findings::add);
    if (cut.isEmpty()) {
      findings.addAll(asked.withoutBalance(checked.result().get(), named, p -> shown(p, folder)));
    }
    List<Finding> warnings =
        findings.stream().filter(f -> f.severity() == Severity.WARNING).toList();
    OpenModel open =
        new OpenModel(
            folder,
            checked.result().get(),
            ledger,
            scenarios(folder, main),
            Terms.read(folder, home),
            warnings);
    return new Opening(Optional.of(open), List.copyOf(findings));
  }

  /** What is wrong with a ledger; rows that name a firm the model needs are folded into one. */
  private List<Finding> unsound(
      LedgerReading reading, FirmsAsked asked, String named, Path folder) {
    Map<String, List<Place>> strangers = new LinkedHashMap<>();
    for (Finding finding : reading.findings()) {
      if (finding.code().equals(STRANGER)) {
        finding
            .place()
            .ifPresent(
                p -> strangers.computeIfAbsent(value(finding), v -> new ArrayList<>()).add(p));
      }
    }
    Map<String, LookUp> missing = asked.missing(strangers.keySet());
    List<Finding> findings = new ArrayList<>();
    asked.error(missing, named, p -> shown(p, folder), strangers).ifPresent(findings::add);
    reading.findings().stream()
        .filter(f -> !(f.code().equals(STRANGER) && missing.containsKey(value(f))))
        .forEach(findings::add);
    return findings;
  }

  private static String value(Finding finding) {
    return String.valueOf(finding.values().get("value"));
  }

  /** The checker knows files by the names that stand in includes; a user wants their paths. */
  private Finding shown(Finding finding, Path folder) {
    List<Finding.Because> because =
        finding.because().stream()
            .map(
                b -> new Finding.Because(b.key(), b.place().map(p -> shown(p, folder)), b.values()))
            .toList();
    return new Finding(
        finding.code(),
        finding.severity(),
        finding.place().map(p -> shown(p, folder)),
        finding.values(),
        because);
  }

  private Place shown(Place place, Path folder) {
    return place.called(home.shown(folder.resolve(place.file())));
  }

  private LedgerReading ledger(Path folder, String named) {
    Path path =
        named(folder, named)
            .filter(found -> isBeside(found, folder))
            .orElseThrow(() ->
                new Failure(
                    Finding.error("E0606", Place.of(home.shown(folder))).with("ledger", named)));
    return LedgerReader.read(path);
  }

  private static boolean isBeside(Path path, Path folder) {
    Path beside = folder.getParent();
    return beside != null && (Files.exists(path) ? inside(path, beside) : path.startsWith(beside));
  }

  /** The path that a text names; empty where no file can have that name. */
  private static Optional<Path> named(Path folder, String name) {
    try {
      return Optional.of(folder.resolve(name).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Whether an existing path lies in a folder, by its name and once all links are followed. */
  private static boolean inside(Path path, Path folder) {
    try {
      return path.startsWith(folder) && path.toRealPath().startsWith(folder.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Scenarios of a model lie in {@code scenarios}; where a folder holds several models, those of
   * {@code NAME.tiyun} in {@code scenarios/NAME}.
   */
  private List<OpenModel.ScenarioFile> scenarios(Path folder, Path main) {
    Path common = folder.resolve("scenarios");
    List<OpenModel.ScenarioFile> all = new ArrayList<>(scenarios(common));
    all.addAll(scenarios(common.resolve(stem(main))));
    all.sort(Comparator.comparing(OpenModel.ScenarioFile::id));
    return List.copyOf(all);
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }

  private List<OpenModel.ScenarioFile> scenarios(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(p -> p.toString().endsWith(ENDING) && Files.isRegularFile(p) && inside(p, folder))
          .map(p -> {
            String shown = home.shown(p);
            return new OpenModel.ScenarioFile(stem(p), shown, TextFile.read(p, shown));
          })
          .toList();
    } catch (IOException e) {
      throw new Failure(
          Finding.error("E0601", Place.of(home.shown(folder))).with("file", home.shown(folder)));
    }
  }
}
