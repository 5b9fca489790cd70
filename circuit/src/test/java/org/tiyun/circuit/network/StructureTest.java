package org.tiyun.circuit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StructureTest {

  @Test
  void aChainIsCoherentAndACircleIsNot() {
    TrophicLevels chain =
        TrophicLevels.of(Networks.of(4, new double[][] {{0, 1, 5}, {1, 2, 9}, {2, 3, 2}}).inside());
    TrophicLevels circle =
        TrophicLevels.of(Networks.of(3, new double[][] {{0, 1, 5}, {1, 2, 5}, {2, 0, 5}}).inside());

    assertThat(chain.level()).containsExactly(new double[] {0, 1, 2, 3}, within(1e-9));
    assertThat(chain.incoherence()).isCloseTo(0, within(1e-12));
    assertThat(circle.incoherence()).isCloseTo(1, within(1e-12));
  }

  /** Two ways from 0 to 2, of one and of two hands, equally wide: levels 0, 2/3, 4/3 by hand. */
  @Test
  void levelsAreLeastSquares() {
    TrophicLevels found =
        TrophicLevels.of(Networks.of(3, new double[][] {{0, 1, 1}, {1, 2, 1}, {0, 2, 1}}).inside());

    assertThat(found.level()).containsExactly(new double[] {0, 2 / 3.0, 4 / 3.0}, within(1e-12));
    assertThat(found.incoherence()).isCloseTo(1 / 9.0, within(1e-12));
  }

  @Test
  void levelsSolveTheirEquationsOnRandomNetworks() {
    SplittableRandom random = new SplittableRandom(3);
    for (int turn = 0; turn < 100; turn++) {
      PaymentGraph graph =
          Networks.random(random, 2 + random.nextInt(20), random.nextInt(60), 9).inside();
      double[] h = TrophicLevels.of(graph).level();
      double[] slope = new double[h.length];
      int[] source = graph.sources();
      for (int e = 0; e < graph.edges(); e++) {
        double gap = graph.amount()[e] * (h[graph.target()[e]] - h[source[e]] - 1);
        slope[graph.target()[e]] += gap;
        slope[source[e]] -= gap;
      }
      for (double s : slope) {
        assertThat(s).isCloseTo(0, within(1e-7));
      }
    }
  }

  @Test
  void theHubIsWhereAllLoopsMeet() {
    FlowNetwork star =
        Networks.of(
            4, new double[][] {{0, 1, 4}, {1, 0, 4}, {0, 2, 3}, {2, 0, 2}, {3, 0, 1}, {2, 3, 1}});
    Hubs found = Hubs.of(star, 1);

    assertThat(found.largest()).isZero();
    assertThat(found.circulationDrop()[0]).isEqualTo(MaximumCirculation.of(star, 1).value());
    assertThat(found.circulationDrop()[1]).isEqualTo(8);
    assertThat(found.finnDrop()[0]).isCloseTo(Cycling.of(star).finn(), within(1e-12));
  }

  @Test
  void redrawnNetworksKeepEveryonesSumsAndMissingLinks() {
    PaymentGraph graph = Networks.oyster().inside();
    PaymentGraph other = NullModel.redrawn(graph, 5, 2);
    int[] source = graph.sources();
    double[] paid = new double[graph.parties()];
    double[] received = new double[graph.parties()];
    for (int e = 0; e < graph.edges(); e++) {
      double there = other.amount(source[e], graph.target()[e]);
      paid[source[e]] += graph.amount()[e] - there;
      received[graph.target()[e]] += graph.amount()[e] - there;
    }

    assertThat(other.edges()).isLessThanOrEqualTo(graph.edges());
    assertThat(paid).containsExactly(new double[6], within(1e-9));
    assertThat(received).containsExactly(new double[6], within(1e-9));
    assertThat(NullModel.of(Networks.oyster(), 1e6, 50, 1))
        .isEqualTo(NullModel.of(Networks.oyster(), 1e6, 50, 1));
  }
}
