package org.tiyun.study.report;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tiyun.study.backtest.Backtest;
import org.tiyun.study.backtest.Settings;
import org.tiyun.study.believe.BelieveMap;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.RolesFile;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.study.run.Watcher;
import org.tiyun.study.twin.RoleTable;
import org.tiyun.study.twin.Twin;
import org.tiyun.study.twin.TwinResult;
import org.tiyun.study.verdict.Verdict;

/** Makes the chapters of the full report, each where the model has the tables that it needs. */
final class Chapters {
  private static final int FUTURES = 10_000;
  private static final int FUTURES_IN_A_CELL = 64;
  private static final int DRAWS_OF_A_MACHINE = 200;
  private static final int MOST_MACHINES = 3;

  /** In the order of the report. The id names what is being worked on: {@code report.full.ID}. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind("verdict", Chapters::shares),
          new Kind("believe", Chapters::beliefs),
          new Kind("backtest", Chapters::past),
          new Kind("twin", Chapters::machines));

  private Chapters() {}

  private record Kind(String id, Making making) {}

  @FunctionalInterface
  private interface Making {
    /** Empty where the model lacks what the chapter needs. */
    Optional<Chapter> of(Request request);
  }

  private record Request(ModelOpener opener, OpenModel opened, long seed, Watcher watcher) {
    boolean has(String table) {
      return Files.isRegularFile(opened.folder().resolve(table));
    }
  }

  /**
   * @param watcher stages are the ids of the chapters
   * @throws org.tiyun.words.Failure whatever a chapter finds wrong
   */
  static List<Chapter> of(ModelOpener opener, OpenModel opened, long seed, Watcher watcher) {
    List<Chapter> chapters = new ArrayList<>();
    for (Kind kind : KINDS) {
      Watcher inside = (stage, done, of) -> watcher.at(kind.id(), done, of);
      kind.making().of(new Request(opener, opened, seed, inside)).ifPresent(chapters::add);
    }
    return List.copyOf(chapters);
  }

  private static Optional<Chapter> shares(Request request) {
    return request.has("verdict.csv")
        ? Optional.of(
            new Chapter.Shares(
                Verdict.of(
                    request.opened(),
                    ScenarioChoice.base(),
                    FUTURES,
                    request.seed(),
                    Optional.empty(),
                    request.watcher())))
        : Optional.empty();
  }

  private static Optional<Chapter> beliefs(Request request) {
    return request.has("verdict.csv") && RolesFile.of(request.opened()).has(Role.BELIEVE)
        ? Optional.of(
            new Chapter.Beliefs(
                BelieveMap.of(
                    request.opened(),
                    ScenarioChoice.base(),
                    List.of(),
                    FUTURES_IN_A_CELL,
                    request.seed(),
                    request.watcher())))
        : Optional.empty();
  }

  private static Optional<Chapter> past(Request request) {
    return request.has("backtest/settings.csv")
        ? Optional.of(
            new Chapter.Past(
                Backtest.of(
                    request.opener(),
                    request.opened(),
                    Settings.of(request.opened()),
                    request.watcher())))
        : Optional.empty();
  }

  /** The model first, then those that the tables of the twin join to it. */
  private static Optional<Chapter> machines(Request request) {
    Home home = request.opener().home();
    String own = request.opened().folderName();
    List<String> joined = RoleTable.models(home);
    if (!joined.contains(own)) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>(List.of(own));
    joined.stream().filter(name -> !name.equals(own)).forEach(names::add);
    int threads = Runtime.getRuntime().availableProcessors();
    TwinResult twin =
        Twin.of(
            home,
            names.subList(0, Math.min(MOST_MACHINES, names.size())),
            Map.of(),
            request.seed(),
            DRAWS_OF_A_MACHINE,
            threads);
    return Optional.of(new Chapter.Machines(twin));
  }
}
