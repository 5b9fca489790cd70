package org.tiyun.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tiyun.engine.Batch;
import org.tiyun.engine.BatchRequest;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.engine.RunRequest;
import org.tiyun.language.model.Books;
import org.tiyun.study.Folder;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;

/**
 * The identity gap of every sector and claim is at most 1e-9 of the largest stock in every period:
 * every model that ships, with every scenario and with its parameters and shocks drawn. Models are
 * found on disk, so that one that is added is tested. Generated models: {@code RandomBooksTest} and
 * {@code FuzzTest} of the engine.
 */
class BooksOfEveryModelTest {
  private static final double MOST = 1e-9;
  private static final int DRAWS = 40;
  private static final Path MODELS = Folder.SHIPPED.root().resolve("models");
  private static final Pattern MODEL = Pattern.compile("(?m)^model +\\w");

  static List<String> models() throws IOException {
    try (Stream<Path> files = Files.walk(MODELS)) {
      List<String> found = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".tiyun")).sorted().toList()) {
        if (MODEL.matcher(Files.readString(file)).find()) {
          found.add("models/" + MODELS.relativize(file).toString().replace('\\', '/'));
        }
      }
      return found;
    }
  }

  @Test
  void allThatShipAreFound() throws IOException {
    assertThat(models())
        .hasSizeGreaterThanOrEqualTo(34)
        .contains("models/ai-loop/ai-loop.tiyun", "models/chengtou/chengtou.tiyun")
        .contains("models/telecom-2000/telecom-2000.tiyun", "models/textbook/openflex.tiyun");
  }

  @ParameterizedTest
  @MethodSource("models")
  void balanceInEveryPeriodOfEveryScenarioAndDraw(String name) {
    OpenModel opened =
        new ModelOpener(Folder.SHIPPED).open(Folder.SHIPPED.root().resolve(name).toString());
    Plan plan = Plan.of(opened.model());
    List<ScenarioChoice> choices = new ArrayList<>(List.of(ScenarioChoice.base()));
    // Models of one folder share its scenarios; each says of which model it is.
    Pattern own =
        Pattern.compile("(?m)^scenario .* of " + opened.model().id().replace('-', '_') + "\\s*$");
    opened.scenarios().stream()
        .filter(s -> own.matcher(s.text()).find())
        .forEach(s -> choices.add(ScenarioChoice.of(s.id())));
    assertThat(choices).hasSizeGreaterThan(name.contains("backtest") ? 0 : 1);
    for (ScenarioChoice choice : choices) {
      Run run = Engine.run(plan, RunRequest.of(choice.on(opened).scenario()));
      assertThat(run.audit().relative()).as("audit of %s", choice).isLessThanOrEqualTo(MOST);
      assertThat(gap(run)).as("books of %s", choice).isLessThanOrEqualTo(MOST);
    }
    Batch batch = Engine.batch(plan, BatchRequest.of(DRAWS, 1, List.of()), path -> {});
    assertThat(batch.paths()).isEqualTo(DRAWS);
    assertThat(batch.largestRelativeResidual()).isLessThanOrEqualTo(MOST);
  }

  /** The greatest gap, worked out here from the run's values, in units of the largest stock. */
  private static double gap(Run run) {
    Books books = run.model().books();
    double[][] x = run.values();
    double stock = 0;
    double gap = 0;
    for (int c = 0; c < books.claims().size(); c++) {
      Books.Claim claim = books.claims().get(c);
      for (int t = 0; t <= run.periods(); t++) {
        double sum = 0;
        for (Books.Holding h : claim.holdings()) {
          stock = Math.max(stock, Math.abs(x[h.variable()][t]));
          sum += x[h.variable()][t];
          double change = t == 0 ? 0 : change(run, c, h.sector(), t);
          double before = t == 0 ? x[h.variable()][t] : x[h.variable()][t - 1];
          gap = Math.max(gap, Math.abs(x[h.variable()][t] - before - change));
        }
        gap = Math.max(gap, claim.issuer().isPresent() ? Math.abs(sum) : 0);
      }
    }
    return stock == 0 ? gap : gap / stock;
  }

  /** What flows and revaluations add in a period to what a sector holds of a claim. */
  private static double change(Run run, int claim, int sector, int t) {
    Books books = run.model().books();
    String name = books.sectors().get(sector);
    double sum = 0;
    for (Books.Flow flow : books.flows()) {
      int sign = (flow.payee() == sector ? 1 : 0) - (flow.payer() == sector ? 1 : 0);
      boolean money = books.settlement().isPresent() && books.settlement().getAsInt() == claim;
      boolean moved = flow.claim().isPresent() && flow.claim().getAsInt() == claim;
      sum += ((money ? sign : 0) - (moved ? sign : 0)) * run.values()[flow.amount()][t];
    }
    for (Books.Revaluation r : books.revaluations()) {
      boolean issuer = books.claims().get(claim).issuer().filter(name::equals).isPresent();
      if (r.claim() == claim) {
        sum += ((r.holder() == sector ? 1 : 0) - (issuer ? 1 : 0)) * run.values()[r.amount()][t];
      }
    }
    return sum;
  }
}
