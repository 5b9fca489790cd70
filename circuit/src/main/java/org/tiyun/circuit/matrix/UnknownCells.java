package org.tiyun.circuit.matrix;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tiyun.ledger.Basis;

/**
 * The unknown cells of one family of a balanced matrix, as a table of payers and payees whose sums
 * are kept and whose cells are not. Whatever is put in their place, every firm still balances.
 */
final class UnknownCells {
  private static final int MOST_SWEEPS = 20_000;
  private static final double NOTHING = 1e-13;

  private final int[] cell;
  private final int[] payer;
  private final int[] payee;
  private final int parties;

  private UnknownCells(FlowMatrix matrix, List<Integer> cells) {
    this.cell = cells.stream().mapToInt(Integer::intValue).toArray();
    this.payer = new int[cell.length];
    this.payee = new int[cell.length];
    Map<String, Integer> number = new HashMap<>();
    for (int k = 0; k < cell.length; k++) {
      var row = matrix.cells().get(cell[k]).cell();
      // A party that pays and is paid is two sides of the table.
      payer[k] = number.computeIfAbsent("from " + row.payer(), _ -> number.size());
      payee[k] = number.computeIfAbsent("to " + row.payee(), _ -> number.size());
    }
    this.parties = number.size();
  }

  /** By family, in the families' order; families without unknown cells are left out. */
  static List<UnknownCells> of(FlowMatrix matrix) {
    Map<Family, List<Integer>> byFamily = new EnumMap<>(Family.class);
    for (int i = 0; i < matrix.cells().size(); i++) {
      var row = matrix.cells().get(i).cell();
      if (row.basis() == Basis.UNKNOWN) {
        byFamily.computeIfAbsent(Family.ofKind(row.kind()), _ -> new ArrayList<>()).add(i);
      }
    }
    Collection<List<Integer>> families = byFamily.values();
    return families.stream().map(cells -> new UnknownCells(matrix, cells)).toList();
  }

  int[] cells() {
    return cell;
  }

  /**
   * Spreads the sums over all cells: proportional fitting from equal values, the table of greatest
   * entropy with these sums (Bacharach 1965; Deming and Stephan 1940). In place.
   */
  void spread(double[] x) {
    double[] wanted = sums(x);
    for (int k : cell) {
      x[k] = 1;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      double off = Math.max(fit(x, payer, wanted), fit(x, payee, wanted));
      if (off < NOTHING) {
        return;
      }
    }
  }

  private double[] sums(double[] x) {
    double[] sums = new double[parties];
    for (int k = 0; k < cell.length; k++) {
      sums[payer[k]] += x[cell[k]];
      sums[payee[k]] += x[cell[k]];
    }
    return sums;
  }

  private double fit(double[] x, int[] side, double[] wanted) {
    double[] sum = new double[parties];
    for (int k = 0; k < cell.length; k++) {
      sum[side[k]] += x[cell[k]];
    }
    double off = 0;
    for (int k = 0; k < cell.length; k++) {
      int party = side[k];
      off = Math.max(off, Math.abs(sum[party] - wanted[party]));
      x[cell[k]] *= sum[party] > 0 ? wanted[party] / sum[party] : 0;
    }
    return off;
  }

  /**
   * Concentrates the sums on few cells: an extreme point of all tables with these sums. Cells that
   * close a ring of payers and payees are shifted round it, the way that a random cost prefers,
   * until one of them is nothing; what is left is a forest, so at most as many cells as parties. In
   * place.
   */
  void concentrate(double[] x, SplittableRandom random) {
    int[] order = new int[cell.length];
    double[] cost = new double[cell.length];
    for (int k = 0; k < order.length; k++) {
      order[k] = k;
      cost[k] = random.nextDouble();
    }
    for (int k = order.length - 1; k > 0; k--) {
      int other = random.nextInt(k + 1);
      int kept = order[k];
      order[k] = order[other];
      order[other] = kept;
    }
    int[] ring = ring(x, order);
    while (ring.length > 0) {
      shift(x, ring, cost);
      ring = ring(x, order);
    }
  }

  /** Cells of a ring in turn, or none. */
  private int[] ring(double[] x, int[] order) {
    int[][] links = new int[parties][0];
    for (int k : order) {
      if (x[cell[k]] <= 0) {
        continue;
      }
      int[] way = way(links, payer[k], payee[k]);
      if (way.length > 0) {
        int[] ring = Arrays.copyOf(way, way.length + 1);
        ring[way.length] = k;
        return ring;
      }
      links[payer[k]] = with(links[payer[k]], k);
      links[payee[k]] = with(links[payee[k]], k);
    }
    return new int[0];
  }

  private int[] way(int[][] links, int from, int to) {
    int[] came = new int[parties];
    Arrays.fill(came, -1);
    Deque<Integer> queue = new ArrayDeque<>(List.of(from));
    while (!queue.isEmpty() && came[to] < 0) {
      int at = queue.remove();
      for (int k : links[at]) {
        int next = payer[k] + payee[k] - at;
        if (next != from && came[next] < 0) {
          came[next] = k;
          queue.add(next);
        }
      }
    }
    int[] way = new int[0];
    for (int at = to; came[to] >= 0 && at != from; ) {
      way = with(way, came[at]);
      at = payer[came[at]] + payee[came[at]] - at;
    }
    return way;
  }

  private static int[] with(int[] list, int more) {
    int[] longer = Arrays.copyOf(list, list.length + 1);
    longer[list.length] = more;
    return longer;
  }

  private void shift(double[] x, int[] ring, double[] cost) {
    double dearer = 0;
    for (int r = 0; r < ring.length; r++) {
      dearer += (r % 2 == 0 ? 1 : -1) * cost[ring[r]];
    }
    int raised = dearer > 0 ? 1 : 0;
    double by = Double.POSITIVE_INFINITY;
    for (int r = 0; r < ring.length; r++) {
      by = r % 2 == raised ? by : Math.min(by, x[cell[ring[r]]]);
    }
    for (int r = 0; r < ring.length; r++) {
      int at = cell[ring[r]];
      x[at] = r % 2 == raised ? x[at] + by : x[at] - by <= NOTHING ? 0 : x[at] - by;
    }
  }
}
