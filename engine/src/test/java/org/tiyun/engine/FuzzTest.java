package org.tiyun.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.tiyun.engine.lanes.Future;
import org.tiyun.engine.lanes.Worker;
import org.tiyun.engine.plan.Drawing;
import org.tiyun.engine.plan.Setting;
import org.tiyun.language.Language;
import org.tiyun.language.model.Checked;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.ModelTables;
import org.tiyun.language.model.Scenario;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Lang;
import org.tiyun.words.Severity;
import org.tiyun.words.Words;

/**
 * Any text given as a model ends in a message or in a run, through lexer, parser, checker, planner
 * and all three back ends. The texts of a seed are always the same. {@code
 * -Dtiyun.fuzz.seconds=3600} goes on for an hour, {@code -Dtiyun.fuzz.seed=N} begins elsewhere.
 */
class FuzzTest {
  private static final int TEXTS = 1500;
  private static final int PERIODS = 5;

  /** A model of more than this is checked and not run: the test is not about size. */
  private static final int LARGEST = 3000;

  private int run;
  private int solved;

  @Test
  void everyTextEndsInAMessageOrInARun(TestReporter reporter) throws IOException {
    long seed = Long.getLong("tiyun.fuzz.seed", 20260725L);
    long end = System.nanoTime() + Long.getLong("tiyun.fuzz.seconds", 0L) * 1_000_000_000L;
    List<String> seeds = seeds();
    long i = 0;
    for (; i < TEXTS || System.nanoTime() < end; i++) {
      String text = new TextMaker(new SplittableRandom(seed + i), seeds).next();
      try {
        tried(text);
      } catch (Throwable t) {
        throw new AssertionError("text of seed " + (seed + i) + ":\n" + text, t);
      }
    }
    reporter.publishEntry(
        "from seed " + seed, i + " texts, " + run + " models run, " + solved + " futures solved");
    // The texts must reach all the way, or the test says nothing about the engine.
    assertThat(run).isGreaterThan(TEXTS / 5);
    assertThat(solved).isGreaterThan(TEXTS / 10);
  }

  private void tried(String text) {
    Language.needs(text);
    Map<String, String> files = new HashMap<>(Map.of("m.tiyun", text));
    Checked<CheckedModel> checked = Language.check("m.tiyun", files, ModelTables.none());
    boolean errors = checked.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR);
    assertThat(checked.result().isEmpty()).isEqualTo(errors);
    said(checked.findings(), text);
    if (checked.result().isEmpty()) {
      return;
    }
    CheckedModel model = checked.result().get();
    Checked<Scenario> scenario = Language.scenario("s.tiyun", text, model);
    said(scenario.findings(), text);
    if (model.variables().size() <= LARGEST) {
      ran(model, text);
    }
  }

  /** The back ends give the same bits, or the same failure. */
  private void ran(CheckedModel model, String text) {
    Optional<Plan> plan = plan(model, text);
    if (plan.isEmpty()) {
      return;
    }
    run++;
    int periods = Math.min(PERIODS, model.calendar().horizon());
    List<Integer> all = IntStream.range(0, model.variables().size()).boxed().toList();
    List<org.tiyun.engine.Path> paths = new ArrayList<>();
    try {
      Engine.batch(
          plan.get(), BatchRequest.of(4, 7, all).until(periods).lanes(3).threads(1), paths::add);
    } catch (Failure failure) {
      said(failure.findings(), text);
    }
    for (org.tiyun.engine.Path path : paths) {
      RunRequest request = RunRequest.base().until(periods).seed(7).path(path.number());
      try {
        Run alone = Engine.run(plan.get(), request);
        assertThat(path.failure()).isEmpty();
        assertThat(path.values()).isEqualTo(alone.values());
        assertThat(alone.audit().relative()).isLessThan(1e-9);
        solved++;
      } catch (Failure failure) {
        said(failure.findings(), text);
        assertThat(path.failure()).isPresent();
      }
    }
    if (!paths.isEmpty()) {
      compiled(plan.get(), periods, paths);
    }
  }

  /** What is compiled only for very large batches gives the bits of the small one. */
  private static void compiled(Plan plan, int periods, List<org.tiyun.engine.Path> paths) {
    Setting setting = Setting.of(plan.schedule(), Scenario.base(), Drawing.OWN);
    int[] outputs = IntStream.range(0, plan.model().variables().size()).toArray();
    List<Future> futures = Worker.compiled(setting, periods, 7, outputs).run(0, paths.size());
    for (int lane = 0; lane < futures.size(); lane++) {
      assertThat(futures.get(lane).values()).isEqualTo(paths.get(lane).values());
      assertThat(futures.get(lane).failure().map(f -> f.findings().getFirst().code()))
          .isEqualTo(paths.get(lane).failure().map(Finding::code));
    }
  }

  private static Optional<Plan> plan(CheckedModel model, String text) {
    try {
      return Optional.of(Plan.of(model));
    } catch (Failure failure) {
      said(failure.findings(), text);
      return Optional.empty();
    }
  }

  private static void said(List<Finding> findings, String text) {
    long lines = text.chars().filter(c -> c == '\n').count() + 1;
    for (Finding finding : findings) {
      for (Lang lang : Lang.values()) {
        assertThat(finding.message(Words.in(lang))).isNotBlank().hasSizeLessThan(2000);
      }
      finding
          .place()
          .ifPresent(p -> {
            assertThat((long) p.line()).isLessThanOrEqualTo(lines);
            assertThat(p.column()).isNotNegative();
          });
    }
  }

  /** The shipped texts: those of the textbook, and the parts of the AI loop. */
  private static List<String> seeds() throws IOException {
    Path models = Path.of("").toAbsolutePath().getParent().resolve("models");
    List<String> texts = new ArrayList<>();
    for (String folder : List.of("textbook", "ai-loop", "ai-loop/scenarios")) {
      try (Stream<Path> files = Files.list(models.resolve(folder))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".tiyun")).sorted().toList()) {
          texts.add(Files.readString(file));
        }
      }
    }
    return texts;
  }
}
