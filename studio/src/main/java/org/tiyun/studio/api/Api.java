package org.tiyun.studio.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.tiyun.circuit.Circuit;
import org.tiyun.studio.shelf.Opened;
import org.tiyun.studio.shelf.Shelf;
import org.tiyun.studio.web.Answer;
import org.tiyun.studio.web.Limits;
import org.tiyun.studio.web.Query;
import org.tiyun.studio.web.Request;
import org.tiyun.studio.web.Routes;
import org.tiyun.study.brake.Brake;
import org.tiyun.study.report.Report;
import org.tiyun.study.run.ModelRun;
import org.tiyun.study.run.Outputs;
import org.tiyun.view.json.MapJson;
import org.tiyun.view.json.RunCsv;
import org.tiyun.view.report.ReportPage;
import org.tiyun.words.Failure;
import org.tiyun.words.Lang;

/** Every address of the studio, and who answers it. */
public final class Api implements Routes {
  private static final Set<String> FORCE = Set.of("force");

  private final Shelf shelf;
  private final String version;
  private final StaticFiles files = new StaticFiles();
  private final AnswerCache cache = new AnswerCache();
  private final StudyAnswers studies;
  private final WorkLine line =
      new WorkLine(
          Runtime.getRuntime().availableProcessors() * Limits.RUNS_PER_CORE,
          Duration.ofSeconds(Limits.LINE_SECONDS),
          Duration.ofSeconds(Limits.WORK_SECONDS));
  private final WorkLine ensembles =
      new WorkLine(
          Limits.ENSEMBLES,
          Duration.ofSeconds(Limits.LINE_SECONDS),
          Duration.ofSeconds(2 * Limits.ENSEMBLE_SECONDS));

  public Api(Shelf shelf, String version) {
    this.shelf = shelf;
    this.version = version;
    this.studies = new StudyAnswers(shelf, version, cache);
  }

  /** Makes what the first page needs, so that nobody waits for it. */
  public void warm() {
    page("map", Request.first(Lang.EN));
    var _ = run(RunQuery.base(shelf.model(Home.MODEL))).get();
  }

  @Override
  public Optional<Reply> reply(Request request) {
    List<String> path = request.path();
    if (path.isEmpty()) {
      return whole(page("map", request));
    }
    String first = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    if (first.equals("static")) {
      return files.file(rest).map(Reply.Whole::new);
    }
    if (first.equals("api")) {
      return api(rest, request);
    }
    if (rest.isEmpty() && (first.equals("map.svg") || first.equals("map.csv"))) {
      return named(List.of("ledgers", ledger(request), first), request);
    }
    return rest.isEmpty() && PageShell.SCREENS.contains(first)
        ? whole(page(first, request))
        : Optional.empty();
  }

  private static Optional<Reply> whole(Answer answer) {
    return Optional.of(new Reply.Whole(answer));
  }

  private static Optional<Reply> worked(Supplier<Answer> work) {
    return Optional.of(new Reply.Worked(work));
  }

  private Answer page(String screen, Request request) {
    if (!screen.equals("map")) {
      return html(screen, request, "");
    }
    try {
      return mapPage(request);
    } catch (Failure unsound) {
      // The page itself asks again and shows what is wrong, in its language and with a way on.
      return html(screen, request, "");
    }
  }

  private Answer mapPage(Request request) {
    MapAnswer map = MapAnswer.of(ledger(request), request.query());
    Circuit circuit = map.circuit(shelf);
    return cache.get(
        "page\n" + map + request.lang() + circuit.ledger().hash(),
        () ->
            html(
                "map",
                request,
                PageShell.map(
                    map,
                    circuit.headline(),
                    map.drawing(shelf, request.words()),
                    request.words())));
  }

  /** The ledger of a page's address. */
  private static String ledger(Request request) {
    return request.query().text("l").map(Api::id).orElse(Home.LEDGER);
  }

  private static Answer html(String screen, Request request, String first) {
    return Answer.text(200, "text/html", PageShell.html(screen, request.words(), first));
  }

  /** {@code ai-2025@91cc} names the ledger ai-2025; the page tells when its hash is another now. */
  private static String id(String named) {
    int at = named.indexOf('@');
    return at < 0 ? named : named.substring(0, at);
  }

  private Optional<Reply> api(List<String> path, Request request) {
    return switch (String.join("/", path)) {
      case "home" -> whole(Answer.json(Home.json(shelf, version)));
      case "openapi.json" -> files.file(List.of("openapi.json")).map(Reply.Whole::new);
      case "words/en" -> whole(Answer.json(WordsJson.of(Lang.EN)));
      case "words/zh" -> whole(Answer.json(WordsJson.of(Lang.ZH)));
      case "runs" -> worked(run(RunQuery.of(asked(request), shelf, FORCE)));
      case "runs.csv" -> whole(csv(RunQuery.of(request.query(), shelf, FORCE)));
      case "brakes" -> worked(brakes(RunQuery.of(request.query(), shelf, Set.of())));
      case "grids" -> worked(grid(request.query()));
      case "books" -> worked(books(request.query()));
      case "ensembles" -> Optional.of(ensemble(request.query()));
      case "report.html" -> whole(report(request));
      case "check" ->
          whole(line.when(() -> Answer.json(CheckAnswer.json(request.body(), request.words()))));
      default -> named(path, request);
    };
  }

  private Optional<Reply> named(List<String> path, Request request) {
    Optional<Reply> study = studies.reply(String.join("/", path), request);
    if (study.isPresent()) {
      return study;
    }
    if (path.size() < 2) {
      return Optional.empty();
    }
    String id = id(path.get(1));
    String what = path.getFirst() + "/" + String.join("/", path.subList(2, path.size()));
    return switch (what) {
      case "models/" -> whole(model(id));
      case "models/text" -> whole(text(id));
      case "ledgers/" -> whole(Answer.json(LedgerJson.info(id, shelf.ledger(id))));
      case "ledgers/deals" -> whole(Answer.json(LedgerJson.deals(id, shelf.ledger(id))));
      case "ledgers/conflicts" ->
          whole(
              Answer.json(
                  LedgerJson.conflicts(
                      id, shelf.circuit(id, request.query().whole("year", 1900, 2100)))));
      case "ledgers/map" -> whole(Answer.json(pictured(id, request).json()));
      case "ledgers/map.csv" ->
          whole(Answer.text(200, "text/csv", pictured(id, request).csv()).saved("tiyun-map.csv"));
      case "ledgers/map.svg" -> whole(picture(id, request));
      case "ledgers/measures" ->
          whole(
              Answer.json(
                  MapJson.of(shelf.circuit(id, request.query().whole("year", 1900, 2100)), 6)));
      default -> Optional.empty();
    };
  }

  /** The question of a run in the address, or in a body where it is too long for one. */
  private static Query asked(Request request) {
    if (!request.post()) {
      return request.query();
    }
    Map<String, List<String>> fields = Body.read(request.body(), ".");
    return Query.of(fields).renamed(Map.of("model", "m", "set.", "s."));
  }

  private Answer model(String id) {
    Opened opened = shelf.model(id);
    return Answer.json(ModelJson.of(opened, shelf.ledgerOf(opened)));
  }

  private Answer text(String id) {
    RunQuery query = RunQuery.base(shelf.model(id));
    return cache.get(
        "text\n" + query.identity(version),
        () ->
            line.when(
                () -> Answer.json(ModelText.json(query.opened(), query.run().run(), version))));
  }

  private Answer picture(String id, Request request) {
    MapAnswer map = MapAnswer.of(id, request.query());
    boolean bare = request.query().text("bare").isPresent();
    return Answer.still(
        "image/svg+xml",
        bare ? map.drawing(shelf, request.words()) : map.file(shelf, request.words()));
  }

  private MapPicture pictured(String id, Request request) {
    MapAnswer map = MapAnswer.of(id, request.query());
    return new MapPicture(
        map, map.circuit(shelf), map.map(shelf, request.words()), request.words());
  }

  private Answer csv(RunQuery query) {
    return line.when(() -> {
      ModelRun answer = query.run();
      List<Integer> all = Outputs.named(query.opened().open(), List.of());
      return Answer.text(200, "text/csv", RunCsv.of(answer.run(), all, true))
          .saved("tiyun-run.csv");
    });
  }

  private Supplier<Answer> once(String question, Supplier<String> json) {
    return () -> cache.get(question, () -> line.when(() -> Answer.json(json.get())));
  }

  private Supplier<Answer> run(RunQuery query) {
    return once(query.identity(version), () -> RunAnswer.json(query, query.run(), version));
  }

  private Supplier<Answer> brakes(RunQuery query) {
    return once("brakes\n" + query.identity(version), () -> BrakesAnswer.json(query, version));
  }

  private Supplier<Answer> grid(Query asked) {
    RunQuery query = RunQuery.of(asked, shelf, GridAnswer.NAMES);
    String names = asked.text("x") + "\n" + asked.text("y") + "\n" + asked.text("n");
    return once(
        "grid\n" + names + "\n" + query.identity(version),
        () -> GridAnswer.json(query, asked, version));
  }

  private Supplier<Answer> books(Query asked) {
    RunQuery query = RunQuery.of(asked, shelf, Set.of("party", "force"));
    String party = asked.text("party").orElse("");
    return once(
        "books\n" + party + "\n" + query.identity(version),
        () -> BooksAnswer.json(query, query.run(), party, version));
  }

  private Reply ensemble(Query asked) {
    RunQuery query = RunQuery.of(asked, shelf, Set.of("paths"));
    int paths = asked.whole("paths", 1, Limits.PATHS).orElse(1000);
    return new Reply.Events(stream ->
        ensembles.when(() -> {
          new EnsembleStream(query, paths, version, stream).run();
          return true;
        }));
  }

  private Answer report(Request request) {
    RunQuery query = RunQuery.of(request.query(), shelf, Set.of());
    String scenario = query.scenario().orElse(Brake.USUAL);
    return cache.get(
        "report\n" + request.lang() + scenario + query.identity(version),
        () ->
            line.when(() ->
                Answer.still(
                    "text/html",
                    ReportPage.of(
                        Report.of(query.opened().open(), scenario, query.seed(), version),
                        request.words()))));
  }
}
