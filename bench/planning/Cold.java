import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.tiyun.engine.Plan;
import org.tiyun.language.Language;
import org.tiyun.language.model.ModelTables;

/**
 * Checks and plans a generated model, first cold and then again, and prints CPU time and time by
 * the clock: java -cp 'cli/target/app/*' bench/planning/Cold.java [LOOP [EQUATIONS [FILE]]]. Half of
 * the equations stand in rings of LOOP (25) members, every third ring is not linear. Where a FILE is
 * named the model is only written there.
 */
public class Cold {
  public static void main(String[] arguments) throws IOException {
    int loop = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 25;
    int equations = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3000;
    String text = text(equations, loop);
    if (arguments.length > 2) {
      Files.writeString(Path.of(arguments[2]), text);
      return;
    }
    for (String turn : new String[] {"cold", "again"}) {
      long[] start = now();
      var checked = Language.check("l", Map.of("l", text), ModelTables.none());
      long[] middle = now();
      Plan plan = Plan.of(checked.result().orElseThrow());
      long[] end = now();
      System.out.printf(
          "%s: check %d ms of CPU, %d by the clock; plan %d ms of CPU, %d by the clock; %s%n",
          turn, middle[0] - start[0], middle[1] - start[1], end[0] - middle[0], end[1] - middle[1],
          plan.shape());
    }
  }

  private static long[] now() {
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    return new long[] {cpu / 1_000_000, System.nanoTime() / 1_000_000};
  }

  private static String text(int equations, int loop) {
    StringBuilder text = new StringBuilder("model large\nhorizon 10\nparam a = 0.1 source \"x\"\n");
    int whole = equations - equations % (2 * loop);
    for (int i = 0; i < whole; i++) {
      text.append("x").append(i).append(" = 1 + a * x").append(i).append("(-1)");
      int first = i - i % (2 * loop);
      if (i - first < loop) {
        String next = "x" + (first + (i - first + 1) % loop);
        boolean bent = first / (2 * loop) % 3 == 0;
        text.append(bent ? " + a * sqrt(abs(" + next + "))" : " + a * " + next);
      } else {
        text.append(" + a * x" + (i - loop) + " + max(x" + (i - loop) + ", 0) / 9");
      }
      text.append('\n');
    }
    return text.toString();
  }
}
