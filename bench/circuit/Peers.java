import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jgrapht.alg.cycle.HawickJamesSimpleCycles;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.tiyun.circuit.edges.EdgeList;
import org.tiyun.circuit.network.CycleSearch;
import org.tiyun.circuit.network.MaximumCirculation;
import org.tiyun.circuit.network.PaymentGraph;

/**
 * OR-tools and JGraphT on the same file: {@code Peers circulation|cycles FILE.csv RUNS}, or their
 * answers beside ours on so many random networks: {@code Peers agree MANY}.
 */
class Peers {
  public static void main(String[] arguments) {
    if (arguments[0].equals("agree")) {
      Loader.loadNativeLibraries();
      agree(Integer.parseInt(arguments[1]));
      return;
    }
    PaymentGraph graph =
        EdgeList.read(Path.of(arguments[1]), Optional.empty()).network().inside();
    boolean circulation = arguments[0].equals("circulation");
    if (circulation) {
      Loader.loadNativeLibraries();
    }
    long least = Long.MAX_VALUE;
    long busy = Long.MAX_VALUE;
    for (int run = 0; run <= Integer.parseInt(arguments[2]); run++) {
      long start = System.nanoTime();
      long cpu = PROCESS.getProcessCpuTime();
      long answer = circulation ? circulation(graph) : cycles(graph);
      least = Math.min(least, System.nanoTime() - start);
      busy = Math.min(busy, PROCESS.getProcessCpuTime() - cpu);
      if (run == 0) {
        System.out.println((circulation ? "optimum " : "found ") + answer);
      }
    }
    System.out.printf("%s %.1f ms, cpu %.1f ms%n", arguments[0], least / 1e6, busy / 1e6);
  }

  private static final com.sun.management.OperatingSystemMXBean PROCESS =
      (com.sun.management.OperatingSystemMXBean)
          java.lang.management.ManagementFactory.getOperatingSystemMXBean();

  /** Random networks, half of them with amounts so small that many ways are equally good. */
  private static void agree(int many) {
    SplittableRandom random = new SplittableRandom(42);
    for (int turn = 0; turn < many; turn++) {
      int parties = 2 + random.nextInt(60);
      int payments = random.nextInt(6 * parties);
      int most = random.nextBoolean() ? 3 : 1_000_000;
      int[] from = new int[payments];
      int[] to = new int[payments];
      double[] amount = new double[payments];
      for (int k = 0; k < payments; k++) {
        from[k] = random.nextInt(parties);
        to[k] = random.nextInt(parties);
        amount[k] = 1 + random.nextInt(most);
      }
      PaymentGraph graph = PaymentGraph.of(parties, from, to, amount, payments);
      long optimum = MaximumCirculation.of(graph, 1).units();
      long loops = CycleSearch.of(graph, 5, 1, Long.MAX_VALUE).found();
      if (optimum != circulation(graph) || loops != cycles(graph)) {
        throw new IllegalStateException("network " + turn + " of seed 42 differs");
      }
    }
    System.out.println("equal optimum and equal loops on " + many + " random networks");
  }

  private static long circulation(PaymentGraph graph) {
    int[] source = graph.sources();
    MinCostFlow flow = new MinCostFlow(graph.parties(), graph.edges());
    for (int e = 0; e < graph.edges(); e++) {
      flow.addArcWithCapacityAndUnitCost(
          source[e], graph.target()[e], (long) graph.amount()[e], -1);
    }
    flow.solve();
    return -flow.getOptimalCost();
  }

  private static long cycles(PaymentGraph graph) {
    var directed = new DefaultDirectedGraph<Integer, DefaultEdge>(DefaultEdge.class);
    int[] source = graph.sources();
    for (int i = 0; i < graph.parties(); i++) {
      directed.addVertex(i);
    }
    for (int e = 0; e < graph.edges(); e++) {
      directed.addEdge(source[e], graph.target()[e]);
    }
    var search = new HawickJamesSimpleCycles<>(directed);
    search.setPathLimit(5);
    return search.countSimpleCycles();
  }
}
