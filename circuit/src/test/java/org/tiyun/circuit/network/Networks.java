package org.tiyun.circuit.network;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Networks for tests: published ones and random ones. */
final class Networks {
  private Networks() {}

  /**
   * Oyster reef, Dame and Patten 1981, kcal per square metre and day; as shipped with enaR 3.1.0.
   */
  static FlowNetwork oyster() {
    List<String> names =
        List.of(
            "Filter Feeders",
            "Microbiota",
            "Meiofauna",
            "Deposit Feeders",
            "Predators",
            "Deposited Detritus");
    double[] out = {25.165, 5.76, 3.5794, 0.4303, 0.3594, 6.1759};
    FlowNetwork.Builder reef = FlowNetwork.builder(names, List.of("outside"), List.of("outside"));
    for (int i = 0; i < out.length; i++) {
      reef.outflow(0, i, out[i]);
    }
    return reef.inflow(0, 0, 41.47)
        .payment(5, 1, 8.1721)
        .payment(1, 2, 1.206)
        .payment(5, 2, 7.2745)
        .payment(1, 3, 1.206)
        .payment(2, 3, 0.6609)
        .payment(5, 3, 0.6431)
        .payment(0, 4, 0.5135)
        .payment(3, 4, 0.1721)
        .payment(0, 5, 15.791)
        .payment(2, 5, 4.2403)
        .payment(3, 5, 1.9076)
        .payment(4, 5, 0.3262)
        .build();
  }

  /** Cone Spring, Tilly 1968 as tabled by Ulanowicz 1986, kcal per square metre and year. */
  static FlowNetwork coneSpring() {
    List<String> names =
        List.of("Plants", "Bacteria", "Detritus Feeders", "Carnivores", "Detritus");
    double[] out = {300 + 2003, 255 + 3275, 1814, 203, 860 + 3109};
    FlowNetwork.Builder spring = FlowNetwork.builder(names, List.of("outside"), List.of("outside"));
    for (int i = 0; i < out.length; i++) {
      spring.outflow(0, i, out[i]);
    }
    return spring
        .inflow(0, 0, 11184)
        .inflow(0, 4, 635)
        .payment(0, 4, 8881)
        .payment(1, 2, 75)
        .payment(1, 4, 1600)
        .payment(2, 3, 370)
        .payment(2, 4, 200)
        .payment(3, 4, 167)
        .payment(4, 1, 5205)
        .payment(4, 2, 2309)
        .build();
  }

  static FlowNetwork random(SplittableRandom random, int parties, int payments, int most) {
    FlowNetwork.Builder builder =
        FlowNetwork.builder(names(parties), List.of("outside"), List.of("outside"));
    for (int k = 0; k < payments; k++) {
      builder.payment(random.nextInt(parties), random.nextInt(parties), random.nextInt(most + 1));
    }
    return builder.balanceFromOutside().build();
  }

  static FlowNetwork of(int parties, double[][] payments) {
    FlowNetwork.Builder builder =
        FlowNetwork.builder(names(parties), List.of("outside"), List.of("outside"));
    for (double[] p : payments) {
      builder.payment((int) p[0], (int) p[1], p[2]);
    }
    return builder.balanceFromOutside().build();
  }

  static List<String> names(int parties) {
    return new ArrayList<>(IntStream.range(0, parties).mapToObj(i -> "p" + i).toList());
  }
}
