import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.tiyun.circuit.edges.EdgeList;
import org.tiyun.circuit.network.Components;
import org.tiyun.circuit.network.CycleSearch;
import org.tiyun.circuit.network.Cycling;
import org.tiyun.circuit.network.FlowNetwork;
import org.tiyun.circuit.network.MaximumCirculation;
import org.tiyun.circuit.network.PaidBy;
import org.tiyun.circuit.network.PaymentGraph;
import org.tiyun.clearing.LargeClearing;
import org.tiyun.clearing.Recovery;

/**
 * Our side of the comparison with scipy and others: {@code National FILE.csv RUNS WHAT...}. Each is
 * run once more than RUNS; the least time by the clock and the least CPU time of the process are
 * printed.
 */
class National {
  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]);
    int runs = Integer.parseInt(arguments[1]);
    var what = Arrays.asList(arguments).subList(2, arguments.length);
    FlowNetwork network =
        best("load", what.contains("load") ? Math.min(runs, 3) : 1,
            () -> EdgeList.read(file, Optional.empty()).network());
    PaymentGraph graph = network.inside();
    System.out.println(graph.parties() + " parties, " + graph.edges() + " payments");
    if (what.contains("scc")) {
      System.out.println("largest " + best("scc", runs, () -> Components.of(graph)).largest());
    }
    if (what.contains("origin")) {
      FlowNetwork marked = marked(network);
      PaidBy found = best("origin", runs, () -> PaidBy.of(marked));
      System.out.println("checksum " + Arrays.stream(found.from("a")).sum());
    }
    if (what.contains("en")) {
      PaymentGraph claims = graph.reversed();
      double[] owed = new double[graph.parties()];
      double[] means = new double[owed.length];
      for (int i = 0; i < owed.length; i++) {
        for (int e = graph.rowStart()[i]; e < graph.rowStart()[i + 1]; e++) {
          owed[i] += graph.amount()[e];
        }
        means[i] = 0.3 * owed[i];
      }
      LargeClearing found =
          best("en", runs,
              () -> LargeClearing.of(
                  claims.rowStart(), claims.target(), claims.amount(), owed, means,
                  Recovery.FULL, 1e-9));
      System.out.println(
          "rounds " + found.rounds() + ", failed "
              + Arrays.stream(found.defaultRound()).filter(r -> r > 0).count()
              + ", share paid " + Arrays.stream(found.paidShare()).sum() / owed.length);
    }
    if (what.contains("circulation")) {
      MaximumCirculation found =
          best("circulation", Math.min(runs, 3), () -> MaximumCirculation.of(graph, 1));
      System.out.println("optimum " + found.units());
    }
    if (what.contains("cycles")) {
      CycleSearch found =
          best("cycles of at most 5", runs, () -> CycleSearch.of(graph, 5, 1, Long.MAX_VALUE));
      System.out.println("found " + found.found());
    }
    if (what.contains("fci")) {
      Cycling found = best("fci", runs, () -> Cycling.of(network));
      System.out.println("fci " + found.finn() + " error " + found.standardError());
    }
    Runtime memory = Runtime.getRuntime();
    System.out.println("heap of at most " + memory.maxMemory() / 1_000_000 + " MB");
    try {
      Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmHWM"))
          .forEach(line -> System.out.println("most memory held, all in all: " + line.substring(6).strip()));
    } catch (IOException e) {
      System.out.println("memory held is not known here");
    }
  }

  /** What enters at parties with an even position is of origin a, the rest of b: two solves. */
  private static FlowNetwork marked(FlowNetwork network) {
    FlowNetwork.Builder builder =
        FlowNetwork.builder(network.parties(), java.util.List.of("a", "b"), java.util.List.of("out"));
    double[] entering = network.entering();
    PaymentGraph inside = network.inside();
    builder.payments(
        inside.sources(), inside.target().clone(), inside.amount().clone(), inside.edges());
    for (int i = 0; i < entering.length; i++) {
      builder.inflow(i % 2, i, entering[i]);
    }
    return builder.build();
  }

  private static final com.sun.management.OperatingSystemMXBean PROCESS =
      (com.sun.management.OperatingSystemMXBean)
          java.lang.management.ManagementFactory.getOperatingSystemMXBean();

  private static <T> T best(String name, int runs, Supplier<T> work) {
    T answer = null;
    long least = Long.MAX_VALUE;
    long busy = Long.MAX_VALUE;
    for (int run = 0; run <= runs; run++) {
      long start = System.nanoTime();
      long cpu = PROCESS.getProcessCpuTime();
      // Two networks at once would not fit.
      answer = null;
      answer = work.get();
      least = Math.min(least, System.nanoTime() - start);
      busy = Math.min(busy, PROCESS.getProcessCpuTime() - cpu);
    }
    System.out.printf("%s %.1f ms, cpu %.1f ms%n", name, least / 1e6, busy / 1e6);
    return answer;
  }
}
