package org.tiyun.view.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedMultigraph;
import org.jgrapht.nio.gexf.SimpleGEXFImporter;
import org.jgrapht.nio.graphml.GraphMLImporter;
import org.jgrapht.util.SupplierUtil;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tiyun.circuit.network.PaymentGraph;

/** JGraphT's importers read what we write, names and amounts to the last bit. */
class GraphTextTest {
  private static final List<String> AWKWARD =
      List.of(
          "plain",
          "<b> & \"Sons\" 'Ltd'",
          "]]>",
          "\u4e2d\u56fd\u7535\u4fe1",
          "caf\u00e9",
          "\ud83d\ude00",
          "a, b; c",
          "n0",
          "nobody pays or is paid");

  @ParameterizedTest
  @EnumSource(GraphText.class)
  void namesAndAmountsArriveWhole(GraphText format) {
    PaymentGraph payments =
        PaymentGraph.of(
            AWKWARD.size(),
            new int[] {0, 1, 2, 3, 4, 5, 6},
            new int[] {1, 2, 3, 4, 5, 6, 7},
            new double[] {0.1, 1e15, 0.01, 1.0 / 3, 1e-7, 123456789.12, 2},
            7);

    assertThat(read(format, format.of(AWKWARD, payments))).isEqualTo(written(AWKWARD, payments));
  }

  @ParameterizedTest
  @EnumSource(GraphText.class)
  void randomNetworksArriveWhole(GraphText format) {
    SplittableRandom random = new SplittableRandom(11);
    for (int trial = 0; trial < 20; trial++) {
      int parties = 2 + random.nextInt(40);
      int many = random.nextInt(200);
      List<String> names = new ArrayList<>();
      for (int i = 0; i < parties; i++) {
        names.add("firm " + i + " <" + random.nextInt(100) + ">");
      }
      int[] from = random.ints(many, 0, parties).toArray();
      int[] to = random.ints(many, 0, parties).toArray();
      double[] amount = random.doubles(many, 0, 1e6).toArray();
      PaymentGraph payments = PaymentGraph.of(parties, from, to, amount, many);

      assertThat(read(format, format.of(names, payments))).isEqualTo(written(names, payments));
    }
  }

  /** Sorted lines: every party, and every payment as payer, payee and amount. */
  private static List<String> written(List<String> names, PaymentGraph payments) {
    List<String> lines = new ArrayList<>(names);
    for (int i = 0; i < payments.parties(); i++) {
      for (int e = payments.rowStart()[i]; e < payments.rowStart()[i + 1]; e++) {
        lines.add(
            names.get(i) + "\n" + names.get(payments.target()[e]) + "\n" + payments.amount()[e]);
      }
    }
    lines.sort(null);
    return lines;
  }

  private static List<String> read(GraphText format, String text) {
    var graph =
        new DirectedWeightedMultigraph<Integer, DefaultWeightedEdge>(
            SupplierUtil.createIntegerSupplier(), SupplierUtil.createDefaultWeightedEdgeSupplier());
    Map<Integer, String> label = new HashMap<>();
    switch (format) {
      case GRAPHML -> {
        var importer = new GraphMLImporter<Integer, DefaultWeightedEdge>();
        importer.addVertexAttributeConsumer((key, value) -> {
          if (key.getSecond().equals("label")) {
            label.put(key.getFirst(), value.getValue());
          }
        });
        importer.importGraph(graph, new StringReader(text));
      }
      case GEXF -> {
        var importer = new SimpleGEXFImporter<Integer, DefaultWeightedEdge>();
        // Its schema is that of version 1.2; we write 1.3, as Gephi does.
        importer.setSchemaValidation(false);
        importer.addVertexAttributeConsumer((key, value) -> {
          if (key.getSecond().equals("label")) {
            label.put(key.getFirst(), value.getValue());
          }
        });
        importer.importGraph(graph, new StringReader(text));
      }
    }
    List<String> lines = new ArrayList<>(label.values());
    for (DefaultWeightedEdge edge : graph.edgeSet()) {
      lines.add(
          label.get(graph.getEdgeSource(edge))
              + "\n"
              + label.get(graph.getEdgeTarget(edge))
              + "\n"
              + graph.getEdgeWeight(edge));
    }
    lines.sort(null);
    return lines;
  }
}
