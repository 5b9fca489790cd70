package org.tiyun.bench;

import java.util.Locale;
import org.tiyun.engine.plan.Graph;
import org.tiyun.engine.plan.Node;
import org.tiyun.engine.plan.Op;
import org.tiyun.engine.plan.Rewrite;
import org.tiyun.engine.plan.Setting;
import org.tiyun.engine.plan.Step;

/**
 * A model without loops as C: its equations as written, in the order of the plan, for a number of
 * runs side by side, the whole history kept. What a patient person would write by hand for a model
 * of ninety equations; the compiler does the rest.
 */
final class CText {
  private final Setting setting;
  private final int periods;
  private final StringBuilder c = new StringBuilder();

  private CText(Setting setting, int periods) {
    this.setting = setting;
    this.periods = periods;
  }

  /** A whole program; prints the last value of each variable and the nanoseconds. */
  static String of(Subject subject) {
    return new CText(subject.setting(), subject.periods()).text();
  }

  private String text() {
    int variables = setting.initial().length;
    line("#include <stdio.h>\n#include <math.h>\n#include <time.h>");
    line(
        "#define PERIODS %d\n#define VARIABLES %d\n#define INPUTS %d",
        periods, variables, Math.max(1, setting.input().length));
    line("static double now(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t);");
    line("  return t.tv_sec * 1e9 + t.tv_nsec; }");
    line("#define MIN(a, b) ((a) < (b) ? (a) : (b))\n#define MAX(a, b) ((a) > (b) ? (a) : (b))");
    line("static double p[INPUTS][L] __attribute__((aligned(64)));");
    line("static double h[PERIODS + 1][VARIABLES][L] __attribute__((aligned(64)));");
    line("__attribute__((noinline)) static void run(void) {");
    line("  for (int t = 1; t <= PERIODS; t++) {");
    line("    double (*restrict x)[L] = h[t], (*restrict b)[L] = h[t - 1];");
    line("    for (int l = 0; l < L; l++) {");
    int number = 0;
    for (Step step : setting.schedule().steps()) {
      if (!(step instanceof Step.Assign(int variable, int node))) {
        throw new IllegalArgumentException("the model has a loop that no formula solves");
      }
      line("      double v%d = %s;", variable, expression(node));
      line("      x[%d][l] = v%d;", variable, variable);
      number++;
    }
    line("    }\n  }\n}");
    line("int main(void) {\n  for (int l = 0; l < L; l++) {");
    for (int i = 0; i < setting.input().length; i++) {
      line("    p[%d][l] = %s;", i, expression(setting.input()[i]));
    }
    for (int v = 0; v < variables; v++) {
      line("    { double (*x)[L] = h[0]; x[%d][l] = %s; }", v, start(setting.initial()[v]));
    }
    line("  }\n  double best = 1e99;\n  for (int r = 0; r < 400; r++) {");
    line("    double from = now();");
    line("    for (int i = 0; i < 5; i++) run();");
    line("    double took = (now() - from) / 5;\n    if (took < best) best = took;\n  }");
    line("  printf(\"batch%%d %%.4f\\n\", L, best / PERIODS / %d / L);", number);
    line(
        "  for (int v = 0; v < VARIABLES; v++) printf(\"value %d %.17g\\n\", v, h[PERIODS][v][0]);");
    line("  return 0;\n}");
    return c.toString();
  }

  private void line(String format, Object... values) {
    c.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values)).append('\n');
  }

  private String expression(int root) {
    return text(root, false);
  }

  /** Of period 0, where what is said of a variable is its own start. */
  private String start(int root) {
    return text(root, true);
  }

  private String text(int root, boolean start) {
    Graph graph = setting.graph();
    String[] made = new String[graph.size()];
    for (int id : Rewrite.needed(graph, root)) {
      Node n = graph.node(id);
      int count = n.op().operands();
      String a = count > 0 ? made[n.a()] : "";
      String b = count > 1 ? made[n.b()] : "";
      made[id] =
          switch (n.op()) {
            case CONST -> String.format(Locale.ROOT, "(%.17g)", n.value());
            case VAR -> start ? made(n, setting) : n.b() == 0 ? "v" + n.a() : lagged(n);
            case IN -> "p[" + n.a() + "][l]";
            case NEG -> "(-" + a + ")";
            case ABS -> "fabs(" + a + ")";
            case EXP, LOG, SQRT -> n.op().name().toLowerCase(Locale.ROOT) + "(" + a + ")";
            case ADD -> "(" + a + " + " + b + ")";
            case SUB -> "(" + a + " - " + b + ")";
            case MUL -> "(" + a + " * " + b + ")";
            case DIV -> "(" + a + " / " + b + ")";
            case POW -> "pow(" + a + ", " + b + ")";
            case MIN, MAX -> n.op() + "(" + a + ", " + b + ")";
            case LT, LE, GT, GE, EQ, NE -> "(" + a + sign(n.op()) + b + " ? 1.0 : 0.0)";
            case SELECT -> "(" + a + " != 0 ? " + b + " : " + made[n.c()] + ")";
            default -> throw new IllegalArgumentException("not written in C: " + n.op());
          };
    }
    return made[root];
  }

  private static String made(Node n, Setting setting) {
    return "x[" + n.a() + "][l]";
  }

  private static String lagged(Node n) {
    if (n.b() > 1) {
      return "h[t > %d ? t - %d : 0][%d][l]".formatted(n.b(), n.b(), n.a());
    }
    return "b[" + n.a() + "][l]";
  }

  private static String sign(Op op) {
    return switch (op) {
      case LT -> " < ";
      case LE -> " <= ";
      case GT -> " > ";
      case GE -> " >= ";
      case EQ -> " == ";
      default -> " != ";
    };
  }
}
