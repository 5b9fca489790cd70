import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import java.nio.file.Path;
import java.util.Optional;
import org.jgrapht.alg.cycle.HawickJamesSimpleCycles;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.tiyun.circuit.edges.EdgeList;
import org.tiyun.circuit.network.PaymentGraph;

/** OR-tools and JGraphT on the same file: {@code Peers circulation|cycles FILE.csv RUNS}. */
class Peers {
  public static void main(String[] arguments) {
    PaymentGraph graph =
        EdgeList.read(Path.of(arguments[1]), Optional.empty()).network().inside();
    boolean circulation = arguments[0].equals("circulation");
    if (circulation) {
      Loader.loadNativeLibraries();
    }
    long least = Long.MAX_VALUE;
    for (int run = 0; run <= Integer.parseInt(arguments[2]); run++) {
      long start = System.nanoTime();
      long answer = circulation ? circulation(graph) : cycles(graph);
      least = Math.min(least, System.nanoTime() - start);
      if (run == 0) {
        System.out.println((circulation ? "optimum " : "found ") + answer);
      }
    }
    System.out.printf("%s %.1f ms%n", arguments[0], least / 1e6);
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
