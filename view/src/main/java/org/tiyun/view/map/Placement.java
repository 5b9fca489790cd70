package org.tiyun.view.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.tiyun.view.map.MoneyMap.Node;
import org.tiyun.view.map.MoneyMap.Pipe;
import org.tiyun.view.map.MoneyMap.Side;

/**
 * Where the parties stand: few crossings, short thick pipes, nobody under somebody else's pipe.
 * Threshold accepting (Dueck and Scheuer, J. Comput. Phys. 90, 1990) over fixed slots, from a fixed
 * seed: the same map always gets the same places.
 */
final class Placement {
  private static final int STARTS = 4;
  private static final int STEPS = 40_000;

  /** What room is measured in, about the height of a letter. */
  private static final double GRAIN = 12;

  private static final double START = 2;
  private static final double SPAN = 0.26;
  private static final double LOOP_SPAN = 0.36;
  private static final double ENCLOSED = 4;

  private final Frame frame;
  private final List<Node> nodes;
  private final double[] radius;
  private final int[] from;
  private final int[] to;
  private final double[] weight;
  private final boolean[] loop;
  private final boolean[] inLoop;
  private final int[] hoop;
  private final SlotTable table;
  private final double[] reach;
  private final List<Point> slots = new ArrayList<>();
  private final int insideSlots;
  private final int[] slotOf;
  private final int[] nodeAt;

  private Placement(MoneyMap map, Frame frame, double[] radius) {
    this.frame = frame;
    this.nodes = map.nodes();
    this.radius = radius;
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      index.put(nodes.get(i).id(), i);
    }
    double widest = map.pipes().stream().mapToDouble(Pipe::width).max().orElse(1);
    int count = map.pipes().size();
    from = new int[count];
    to = new int[count];
    weight = new double[count];
    loop = new boolean[nodes.size()];
    inLoop = new boolean[count];
    hoop =
        map.loop().stream()
            .flatMap(found -> found.path().stream())
            .mapToInt(id -> index.getOrDefault(id, 0))
            .toArray();
    for (int e = 0; e < count; e++) {
      Pipe pipe = map.pipes().get(e);
      from[e] = Objects.requireNonNull(index.get(pipe.payer()));
      to[e] = Objects.requireNonNull(index.get(pipe.payee()));
      weight[e] = 0.35 + Math.sqrt(pipe.width() / Math.max(widest, 1e-9));
      if (map.loop().filter(l -> l.has(pipe)).isPresent()) {
        loop[from[e]] = true;
        inLoop[e] = true;
        weight[e] = 1.35;
      }
    }
    int inside = (int) nodes.stream().filter(n -> n.side() == Side.INSIDE).count();
    slots.addAll(Slots.inside(frame, inside));
    insideSlots = slots.size();
    slots.addAll(Slots.outside(frame, nodes.size() - inside));
    table = new SlotTable(slots);
    reach = slots.stream().mapToDouble(slot -> frame.reach(slot, 0)).toArray();
    slotOf = new int[nodes.size()];
    nodeAt = new int[slots.size()];
    start();
  }

  /** Centres of the nodes, in their order. */
  static List<Point> of(MoneyMap map, Frame frame, double[] radius) {
    Placement placement = new Placement(map, frame, radius);
    if (!map.nodes().isEmpty()) {
      placement.search();
    }
    return Arrays.stream(placement.slotOf).mapToObj(placement.slots::get).toList();
  }

  private void start() {
    Arrays.fill(nodeAt, -1);
    int inside = 0;
    int outside = insideSlots;
    for (int n = 0; n < nodes.size(); n++) {
      slotOf[n] = nodes.get(n).side() == Side.INSIDE ? inside++ : outside++;
      nodeAt[slotOf[n]] = n;
    }
  }

  /** The best of several searches, each from the same start with chances of its own. */
  private void search() {
    start();
    int[] best = slotOf.clone();
    double least = Double.POSITIVE_INFINITY;
    for (int seed = 0; seed < STARTS; seed++) {
      start();
      search(new Random(2025 + seed));
      double cost = total();
      if (cost < least) {
        least = cost;
        System.arraycopy(slotOf, 0, best, 0, best.length);
      }
    }
    System.arraycopy(best, 0, slotOf, 0, best.length);
  }

  private void search(Random random) {
    for (int step = 0; step < STEPS; step++) {
      int a = random.nextInt(nodes.size());
      boolean inside = slotOf[a] < insideSlots;
      int target =
          inside
              ? random.nextInt(insideSlots)
              : insideSlots + random.nextInt(slots.size() - insideSlots);
      int b = nodeAt[target];
      if (b == a) {
        continue;
      }
      double before = cost(a, b);
      int home = slotOf[a];
      put(a, target, b, home);
      double left = 1 - step / (0.95 * STEPS);
      double threshold = left > 0 ? START * left * left : 0;
      if (cost(a, b) - before >= threshold) {
        put(a, home, b, target);
      }
    }
  }

  private double total() {
    double cost = 0;
    for (int e = 0; e < from.length; e++) {
      cost += weight[e] * stretch(e);
      for (int n = 0; n < radius.length; n++) {
        cost += under(e, n);
      }
      for (int f = e + 1; f < from.length; f++) {
        cost += crossing(e, f);
      }
    }
    for (int n = 0; n < radius.length; n++) {
      cost += standing(n, -1) / 2;
    }
    return cost;
  }

  private void put(int a, int slot, int b, int other) {
    nodeAt[slot] = a;
    slotOf[a] = slot;
    nodeAt[other] = b;
    if (b >= 0) {
      slotOf[b] = other;
    }
  }

  /** The part of the cost that two nodes have a hand in; b may be -1. */
  private double cost(int a, int b) {
    double cost = standing(a, -1) + (b >= 0 ? standing(b, a) : 0);
    for (int e = 0; e < from.length; e++) {
      if (!touches(e, a, b)) {
        cost += under(e, a) + (b >= 0 ? under(e, b) : 0);
        continue;
      }
      cost += weight[e] * stretch(e);
      for (int n = 0; n < radius.length; n++) {
        cost += under(e, n);
      }
      for (int f = 0; f < from.length; f++) {
        if (f > e || !touches(f, a, b)) {
          cost += crossing(e, f);
        }
      }
    }
    return cost;
  }

  private double crossing(int e, int f) {
    return crosses(e, f)
        ? (inLoop[e] || inLoop[f] ? 2.5 : 0.7) + Math.min(weight[e], weight[f])
        : 0;
  }

  /** A pipe wants room for its label, a loop's pipe more: neither short nor long. */
  private double stretch(int pipe) {
    double across = Math.min(frame.circle().width(), frame.circle().height());
    double wanted = (inLoop[pipe] ? LOOP_SPAN : SPAN) * across;
    double centres = table.distance(slotOf[from[pipe]], slotOf[to[pipe]]);
    double length = Math.max(0, centres - radius[from[pipe]] - radius[to[pipe]]);
    return length < wanted
        ? (inLoop[pipe] ? 20 : 6) * (1 - length / wanted)
        : (inLoop[pipe] ? 6 : 2.2) * (length / wanted - 1);
  }

  /** Too near to others or to the boundary; a loop wants the middle. */
  private double standing(int n, int except) {
    double cost = loop[n] ? 2 * reach[slotOf[n]] : 0;
    boolean inside = slotOf[n] < insideSlots;
    double edge =
        (1 - reach[slotOf[n]]) * Math.min(frame.circle().width(), frame.circle().height()) / 2;
    double out = radius[n] + 2 * GRAIN - edge;
    cost += inside && out > 0 ? out / GRAIN : 0;
    cost += ENCLOSED * (loop[n] ? enclosed() : encloses(n) ? 1 : 0);
    double room = 6 * GRAIN;
    for (int m = 0; m < radius.length; m++) {
      if (m == n || m == except) {
        continue;
      }
      double gap = Math.max(1, table.distance(slotOf[n], slotOf[m]) - radius[n] - radius[m]);
      cost += gap < room ? 1.5 + 3 * (1 - gap / room) : 0.4 * room / gap;
    }
    return cost;
  }

  /** How many parties stand inside the loop: its badge wants the room. */
  private int enclosed() {
    int count = 0;
    for (int n = 0; n < nodes.size(); n++) {
      count += !loop[n] && encloses(n) ? 1 : 0;
    }
    return count;
  }

  private boolean encloses(int node) {
    boolean left = hoop.length > 2;
    boolean right = hoop.length > 2;
    for (int i = 0; i < hoop.length; i++) {
      int side = table.side(slotOf[hoop[i]], slotOf[hoop[(i + 1) % hoop.length]], slotOf[node]);
      left &= side > 0;
      right &= side < 0;
    }
    return left || right;
  }

  private double under(int pipe, int node) {
    if (from[pipe] == node || to[pipe] == node) {
      return 0;
    }
    double near = table.beside(slotOf[from[pipe]], slotOf[to[pipe]], slotOf[node]);
    double gap = near - radius[node] - GRAIN * (inLoop[pipe] ? 4 : 1.2);
    return gap < 0 ? (inLoop[pipe] ? 3 : 1.5) - gap / GRAIN : 0;
  }

  private boolean crosses(int e, int f) {
    return from[e] != from[f]
        && from[e] != to[f]
        && to[e] != from[f]
        && to[e] != to[f]
        && table.crosses(slotOf[from[e]], slotOf[to[e]], slotOf[from[f]], slotOf[to[f]]);
  }

  private boolean touches(int pipe, int a, int b) {
    return from[pipe] == a || to[pipe] == a || (b >= 0 && (from[pipe] == b || to[pipe] == b));
  }
}
