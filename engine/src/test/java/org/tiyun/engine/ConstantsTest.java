package org.tiyun.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiyun.language.Language;
import org.tiyun.language.model.ModelTables;
import org.tiyun.language.model.Name;

/** What the checker works out is, to the bit, what the engine works out. */
class ConstantsTest {
  private static final int TIMES = 60;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exp(A)",
        "log(abs(A) + 0.1)",
        "logistic(A)",
        "pow(abs(A), B)",
        "(abs(A) + 0.3) ^ B",
        "A ^ 2 + abs(B) ^ 1 + abs(B) ^ 3",
        "pow(A, 1 + 1)",
        "sqrt(abs(A))",
        "exp(A) / (1 + log(2 + B * B)) - A * B",
        "lookup(A, -2: 0.1, -0.7: 0.3, 0.4: 0.9, 1.9: -1.3)",
        "lookup(0.4, -2: 0.1, -0.7: 0.3, 0.4: 0.9, 1.9: -1.3) * A",
        "max(A, B) + min(exp(A), exp(B)) + if(A < B and A > -1, A, B)"
      })
  void areTheBitsThatTheEngineGives(String form) {
    SplittableRandom random = new SplittableRandom(form.hashCode());
    StringBuilder text = new StringBuilder("model m\nhorizon 1\n");
    for (int i = 0; i < TIMES; i++) {
      String a = number(random);
      String b = number(random);
      // The same as a constant, of parameters, of last period's values, and as a start.
      text.append("c%1$d = %2$s\n".formatted(i, form.replace("A", a).replace("B", b)));
      text.append("param a%1$d = %2$s, b%1$d = %3$s source \"x\"\n".formatted(i, a, b));
      text.append("p%d = %s\n".formatted(i, of(form, "a" + i, "b" + i)));
      text.append("u%1$d = a%1$d\nv%1$d = b%1$d\n".formatted(i));
      text.append("initial u%1$d = a%1$d\ninitial v%1$d = b%1$d\n".formatted(i));
      text.append("e%d = %s\n".formatted(i, of(form, "u%d(-1)".formatted(i), "v" + i + "(-1)")));
      text.append(
          "s%1$d = s%1$d(-1)\ninitial s%1$d = %2$s\n".formatted(i, of(form, "a" + i, "b" + i)));
      text.append("param q%d = %s source \"x\"\n".formatted(i, of(form, "a" + i, "b" + i)));
      text.append("r%1$d = q%1$d\n".formatted(i));
    }
    var checked = Language.check("m", Map.of("m", text.toString()), ModelTables.none());
    var model = checked.result().orElseThrow(() -> new AssertionError(checked.findings()));
    Run run = Engine.run(Plan.of(model), RunRequest.base());
    List<String> different = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      double constant = value(run, "c" + i);
      for (String other : List.of("p", "e", "s", "r")) {
        if (Double.compare(value(run, other + i), constant) != 0) {
          different.add(other + i + " " + value(run, other + i) + " and " + constant);
        }
      }
    }
    assertThat(different).isEmpty();
  }

  private static String of(String form, String a, String b) {
    return form.replace("A", a).replace("B", b);
  }

  private static String number(SplittableRandom random) {
    double size = (random.nextDouble() - 0.5) * 5;
    return "(" + size + ")";
  }

  private static double value(Run run, String name) {
    return run.values()[run.model().variable(Name.of(name)).getAsInt()][1];
  }
}
