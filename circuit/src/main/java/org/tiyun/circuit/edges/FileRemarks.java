package org.tiyun.circuit.edges;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tiyun.circuit.network.FlowNetwork;
import org.tiyun.circuit.network.PaymentGraph;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/** What a reader must hear about a network that could be read: warnings, and amounts too large. */
final class FileRemarks {
  private static final int MOST_NAMED = 20;

  /** Whole units in one unit of a plain file: the maximum circulation counts cents. */
  private static final double CENTS = 100;

  private FileRemarks() {}

  static void cutOff(boolean lineEnded, Path file, List<Finding> findings) {
    if (!lineEnded) {
      findings.add(Finding.warning("W0514", Place.of(AmountTable.shown(file))));
    }
  }

  static void cents(FlowNetwork network, String file, List<Finding> findings) {
    PaymentGraph inside = network.inside();
    double sum = 0;
    long fine = 0;
    int largest = 0;
    for (int e = 0; e < inside.edges(); e++) {
      double amount = inside.amount()[e];
      sum += amount;
      fine += amount > 0 && Math.round(amount * CENTS) == 0 ? 1 : 0;
      largest = amount > inside.amount()[largest] ? e : largest;
    }
    if (!(sum * CENTS < 0x1p62)) {
      int payee = inside.target()[largest];
      int payer = 0;
      while (inside.rowStart()[payer + 1] <= largest) {
        payer++;
      }
      findings.add(
          Finding.error("E0532", Place.of(file))
              .with("sum", sum)
              .with("payer", network.parties().get(payer))
              .with("payee", network.parties().get(payee))
              .with("amount", inside.amount()[largest]));
    }
    if (fine > 0) {
      findings.add(Finding.warning("W0515", Place.of(file)).with("count", fine));
    }
  }

  static void toOneself(FlowNetwork network, String file, List<Finding> findings) {
    double[] toSelf = network.toSelf();
    long count = Arrays.stream(toSelf).filter(amount -> amount > 0).count();
    if (count > MOST_NAMED) {
      findings.add(
          Finding.warning("W0513", Place.of(file))
              .with("count", count)
              .with("amount", Arrays.stream(toSelf).sum()));
    }
    for (int i = 0; i < toSelf.length; i++) {
      if (toSelf[i] > 0 && count <= MOST_NAMED) {
        findings.add(
            Finding.warning("W0511", Place.of(file))
                .with("node", network.parties().get(i))
                .with("amount", toSelf[i]));
      }
    }
  }

  static void unbalanced(
      FlowNetwork network, String file, Optional<Path> nodes, List<Finding> findings) {
    List<String> unbalanced = network.unbalanced(FlowNetwork.ROUNDING);
    if (!unbalanced.isEmpty()) {
      findings.add(
          Finding.warning("W0512", Place.of(nodes.map(AmountTable::shown).orElse(file)))
              .with("count", unbalanced.size())
              .with(
                  "nodes",
                  String.join(", ", unbalanced.subList(0, Math.min(5, unbalanced.size())))));
    }
  }
}
