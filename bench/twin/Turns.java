import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tiyun.study.open.Home;
import org.tiyun.study.twin.Twin;
import org.tiyun.study.twin.TwinResult;

/**
 * The three machines side by side, with all brakes, crossings and draws, some times in one process:
 * time by the clock and CPU time of all threads. In the project's folder: java -cp
 * 'cli/target/app/*' bench/twin/Turns.java [DRAWS [THREADS [TURNS]]].
 */
public class Turns {
  public static void main(String[] arguments) {
    int draws = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
    int threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
    int turns = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 4;
    List<String> machines = List.of("ai-loop", "chengtou", "telecom-2000");
    for (int turn = 1; turn <= turns; turn++) {
      long cpu = cpu();
      long clock = System.nanoTime();
      TwinResult twin = Twin.of(new Home(Path.of("")), machines, Map.of(), 1, draws, threads);
      System.out.printf(
          "turn %d: %.1f s by the clock, %.1f s of CPU; %d brakes, %d crossings%n",
          turn,
          (System.nanoTime() - clock) / 1e9,
          (cpu() - cpu) / 1e9,
          twin.brakes().size(),
          twin.crossings().size());
    }
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
