package org.tiyun.studio.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.tiyun.studio.shelf.Opened;
import org.tiyun.studio.shelf.Shelf;
import org.tiyun.studio.web.Answer;
import org.tiyun.studio.web.Limits;
import org.tiyun.studio.web.Query;
import org.tiyun.studio.web.Request;
import org.tiyun.studio.web.Routes.Reply;
import org.tiyun.study.backtest.Backtest;
import org.tiyun.study.believe.BelieveMap;
import org.tiyun.study.brake.BrakeTable;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.Watcher;
import org.tiyun.study.twin.RoleTable;
import org.tiyun.study.twin.Twin;
import org.tiyun.study.verdict.Verdict;
import org.tiyun.view.believe.BelieveDrawing;
import org.tiyun.view.json.BacktestJson;
import org.tiyun.view.json.BrakeJson;
import org.tiyun.view.json.TwinJson;
import org.tiyun.view.json.VerdictJson;

/**
 * Questions that take seconds: verdict, believe, limits of the brakes, backtest, twin. They wait in
 * a line of their own, so that nobody's lever waits for them, and their answers are kept.
 */
final class StudyAnswers {
  private static final String USUAL_TWIN = "chengtou";

  private final Shelf shelf;
  private final String version;
  private final AnswerCache cache;
  private final Joint<BelieveMap> believing = new Joint<>();
  private volatile Optional<Believed> last = Optional.empty();
  private final WorkLine line =
      new WorkLine(
          Limits.STUDIES,
          Duration.ofSeconds(Limits.WORK_SECONDS),
          Duration.ofSeconds(Limits.WORK_SECONDS));

  StudyAnswers(Shelf shelf, String version, AnswerCache cache) {
    this.shelf = shelf;
    this.version = version;
    this.cache = cache;
  }

  /** The answer to an address below {@code /api/}, or nothing where it is none of these. */
  Optional<Reply> reply(String path, Request request) {
    Query query = request.query();
    return switch (path) {
      case "verdicts" -> Optional.of(verdict(query));
      case "believe" -> Optional.of(believe(query));
      case "believe.svg" -> Optional.of(new Reply.Whole(picture(request)));
      case "brakes/limits" -> Optional.of(limits(query));
      case "backtests" -> Optional.of(backtest(query));
      case "twins" -> Optional.of(twin(query));
      case "twins/roles" -> Optional.of(new Reply.Whole(roles(query)));
      default -> Optional.empty();
    };
  }

  private Reply once(String question, Supplier<String> json) {
    return new Reply.Worked(
        () -> cache.get(question, () -> line.when(() -> Answer.json(json.get()))));
  }

  private Reply verdict(Query asked) {
    RunQuery query = RunQuery.of(asked, shelf, Set.of("draws"));
    int draws = asked.whole("draws", 1, Limits.PATHS).orElse(1000);
    return once(
        "verdict\n" + draws + query.identity(version),
        () ->
            VerdictJson.of(
                Verdict.of(
                    query.opened().open(), query.choice(), draws, query.seed(), Optional.empty()),
                version));
  }

  private record Believed(String question, BelieveMap map) {}

  /** What is asked of a map of beliefs; the same for its figures and its picture. */
  private record Believe(RunQuery query, List<String> axes, int draws) {
    static Believe of(Query asked, Shelf shelf) {
      return new Believe(
          RunQuery.of(asked, shelf, Set.of("axes", "draws", "bare")),
          asked.text("axes").map(a -> List.of(a.split(","))).orElse(List.of()),
          asked.whole("draws", 1, Limits.DRAWS_A_CELL).orElse(Limits.DRAWS_A_CELL));
    }

    String question(String version) {
      return "believe\n" + axes + draws + query.identity(version);
    }

    BelieveMap map() {
      return BelieveMap.of(query.opened().open(), query.choice(), axes, draws, query.seed());
    }
  }

  /** The figures and the picture of a map are made from one computation. */
  private BelieveMap map(Believe believe) {
    String question = believe.question(version);
    Optional<Believed> kept = last.filter(b -> b.question().equals(question));
    if (kept.isPresent()) {
      return kept.get().map();
    }
    BelieveMap made = believing.get(question, believe::map);
    last = Optional.of(new Believed(question, made));
    return made;
  }

  private Reply believe(Query asked) {
    Believe believe = Believe.of(asked, shelf);
    return once(believe.question(version), () -> VerdictJson.of(map(believe), version));
  }

  private Answer picture(Request request) {
    Believe believe = Believe.of(request.query(), shelf);
    OpenModel opened = believe.query().opened().open();
    boolean bare = request.query().text("bare").isPresent();
    return cache.get(
        "svg\n" + bare + request.lang() + believe.question(version),
        () ->
            line.when(() -> {
              BelieveDrawing drawing = new BelieveDrawing(request.words(), opened.terms());
              return Answer.still(
                  "image/svg+xml",
                  bare ? drawing.inPage(map(believe)) : drawing.alone(map(believe)));
            }));
  }

  private Reply limits(Query asked) {
    RunQuery query = RunQuery.of(asked, shelf, Set.of());
    OpenModel opened = query.opened().open();
    return once(
        "limits\n" + query.identity(version),
        () ->
            BrakeJson.of(
                BrakeTable.of(
                    opened,
                    opened.scenarios().stream().map(s -> s.id()).toList(),
                    query.settings(),
                    query.seed(),
                    Watcher.NOBODY),
                version));
  }

  private Reply backtest(Query asked) {
    asked.only(Set.of("m", "l", "lang"));
    RunQuery query = RunQuery.of(asked, shelf, Set.of());
    return once(
        "backtest\n" + query.identity(version),
        () ->
            BacktestJson.of(
                Backtest.of(
                    new ModelOpener(shelf.home()),
                    shelf.path(query.opened().id()).toString(),
                    Watcher.NOBODY),
                version));
  }

  private List<Opened> pair(Query asked) {
    return List.of(
        shelf.model(asked.text("m").orElse(Home.MODEL)),
        shelf.model(asked.text("with").orElse(USUAL_TWIN)));
  }

  private Answer roles(Query asked) {
    asked.only(Set.of("m", "with", "lang"));
    List<Opened> models = pair(asked);
    RoleTable table = RoleTable.of(shelf.home(), models.stream().map(Opened::open).toList());
    return Answer.json(TwinAnswer.roles(table, models, version));
  }

  private Reply twin(Query asked) {
    asked.only(Set.of("m", "with", "draws", "seed", "lang"));
    List<Opened> models = pair(asked);
    int draws = asked.whole("draws", 0, Limits.TWIN_DRAWS).orElse(0);
    long seed = asked.whole("seed", 0, Integer.MAX_VALUE).orElse(1);
    List<String> hashes = models.stream().map(m -> m.id() + m.open().model().hash()).toList();
    return once(
        "twin\n" + hashes + draws + " " + seed + version,
        () ->
            TwinJson.of(
                Twin.of(
                    shelf.home(),
                    models.stream().map(m -> shelf.path(m.id()).toString()).toList(),
                    Map.of(),
                    seed,
                    draws,
                    Runtime.getRuntime().availableProcessors()),
                seed,
                version));
  }
}
