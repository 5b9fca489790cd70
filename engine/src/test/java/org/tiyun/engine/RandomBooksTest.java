package org.tiyun.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tiyun.language.Language;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.ModelTables;

/**
 * Books of generated models balance: sectors that pay, lend, repay what is due and now and then
 * cannot, with ranks and random amounts.
 */
class RandomBooksTest {

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyIdentityHoldsInEveryFuture(long seed) {
    CheckedModel model = model(seed);
    Plan plan = Plan.of(model);
    List<Integer> all = IntStream.range(0, model.variables().size()).boxed().toList();
    List<Path> paths = new ArrayList<>();
    Batch batch = Engine.batch(plan, BatchRequest.of(40, seed, all).lanes(16), paths::add);
    assertThat(batch.failed()).isZero();
    assertThat(batch.largestRelativeResidual()).isLessThan(1e-9);
    for (Path path : paths.subList(0, 3)) {
      Run run = Engine.run(plan, RunRequest.base().seed(seed).path(path.number()));
      assertThat(path.values()).isEqualTo(run.values());
      assertThat(run.audit().relative()).isLessThan(1e-9);
    }
    Run base = Engine.run(plan, RunRequest.base());
    assertThat(base.audit().relative()).isLessThan(1e-9);
    assertThat(Engine.run(plan, RunRequest.base()).values()).isEqualTo(base.values());
  }

  @org.junit.jupiter.api.Test
  void someOfThemAreShortOfCash() {
    long short_ =
        seeds()
            .filter(seed -> shortfall(Engine.run(Plan.of(model(seed)), RunRequest.base())))
            .count();
    assertThat(short_).isBetween(10L, 60L);
  }

  private static boolean shortfall(Run run) {
    return run.model().clearing().orElseThrow().shortfall().stream()
        .anyMatch(v -> java.util.Arrays.stream(run.values()[v]).anyMatch(x -> x > 1e-6));
  }

  private static CheckedModel model(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int firms = random.nextInt(2, 7);
    StringBuilder text = new StringBuilder("model books \"books\"\nstep period\nhorizon 12\n");
    List<String> names = IntStream.range(0, firms).mapToObj(i -> "f" + i).toList();
    text.append("set firm = {" + String.join(", ", names) + "}\nsector each firm\nsector bank\n");
    text.append("claim money issued by bank\nclaim loan[f in firm] issued by f\n");
    text.append("param need = 2 ~ uniform(1, 3) source \"none\"\n");
    text.append("initial money[f in firm] = 3\n");
    text.append("flow lend[f in firm] : bank -> f for loan[f] = max(0, need - money[f](-1))\n");
    text.append("flow repay[f in firm] due senior 2 : f -> bank for loan[f]");
    text.append(" = 0.2 * max(0, -loan[f][f](-1))\n");
    for (int k = 0; k < random.nextInt(2, 12); k++) {
      String payer = names.get(random.nextInt(firms));
      String payee = random.nextInt(5) == 0 ? "bank" : other(names, payer, random);
      String size = String.format(java.util.Locale.ROOT, "%.3f", random.nextDouble() * 3);
      String amount =
          switch (random.nextInt(3)) {
            case 0 -> size + " * uniform(\"s" + random.nextInt(2) + "\")";
            case 1 -> size + " * exp(0.3 * normal(\"n\"))";
            default -> size + " * max(0, money[" + payee(payee, payer) + "](-1)) ^ 0.7";
          };
      boolean due = random.nextInt(3) > 0;
      text.append("flow p" + k + (due ? " due senior " + random.nextInt(1, 4) : ""));
      text.append(" : " + payer + " -> " + payee + " = " + (due ? amount : "0.1 * " + amount));
      text.append('\n');
    }
    var checked = Language.check("b.tiyun", Map.of("b.tiyun", text.toString()), ModelTables.none());
    return checked.result().orElseThrow(() -> new AssertionError(checked.findings() + "\n" + text));
  }

  private static String payee(String payee, String payer) {
    return payee.equals("bank") ? payer : payee;
  }

  private static String other(List<String> names, String payer, SplittableRandom random) {
    String found = names.get(random.nextInt(names.size()));
    return found.equals(payer) ? names.get((names.indexOf(payer) + 1) % names.size()) : found;
  }
}
