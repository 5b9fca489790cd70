package org.tiyun.engine.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.tiyun.engine.program.Code;

/**
 * Divides operations without anything between them into loops.
 *
 * <p>HotSpot unrolls a loop, and so makes vectors of it, only where its body has at most sixty
 * nodes before the first unrolling (LoopUnrollLimit of JDK 25; the limit is raised afterwards, once
 * the body has been found fit for vectors). A load or store is two nodes, an operation one, the
 * loop itself about ten. So loops are filled up to {@link #NODES}, choosing next what adds fewest:
 * what reads what is at hand, and is the last to read it. Choices, comparisons and calls are no
 * vector instructions and get loops of their own.
 */
final class Fusion {
  /** Measured: 49 nodes by this count are made vectors, 52 are not. */
  private static final int NODES = 48;

  private static final int MEMORY = 2;

  /** Most operations of a loop without vectors: registers would run out. */
  private static final int SCALAR = 24;

  /** Operations looked at beyond those that read what is at hand. */
  private static final int WINDOW = 40;

  private final Values values;
  private final BitSet resident;
  private final List<Instruction> all;
  private final int[] readers;
  private final int[] waiting;
  private final List<List<Integer>> users;
  private final TreeSet<Integer> vectors = new TreeSet<>();
  private final TreeSet<Integer> others = new TreeSet<>();
  private final List<Loop> loops = new ArrayList<>();

  /** Of the loop that is being filled. */
  private final BitSet inside = new BitSet();

  private final BitSet loaded = new BitSet();
  private final TreeSet<Integer> near = new TreeSet<>();
  private List<Instruction> body = new ArrayList<>();
  private int nodes;

  /**
   * @param readers by cell: operations of the whole code that read it; counted down
   */
  private Fusion(Values values, BitSet resident, List<Instruction> all, int[] readers) {
    this.values = values;
    this.resident = resident;
    this.all = all;
    this.readers = readers;
    this.waiting = new int[all.size()];
    this.users = new ArrayList<>();
    int[] maker = new int[values.cells()];
    Arrays.fill(maker, -1);
    for (int i = 0; i < all.size(); i++) {
      users.add(new ArrayList<>());
      for (int cell : operands(all.get(i))) {
        if (maker[cell] >= 0) {
          users.get(maker[cell]).add(i);
          waiting[i]++;
        }
      }
      if (all.get(i).op() <= Code.COPY) {
        maker[all.get(i).to()] = i;
      }
    }
  }

  static List<Loop> of(Values values, BitSet resident, List<Instruction> all, int[] readers) {
    return new Fusion(values, resident, all, readers).divide();
  }

  /** Cells of varying operands, each once. */
  private int[] operands(Instruction i) {
    return java.util.stream.IntStream.range(0, i.operands())
        .map(i::operand)
        .filter(values::varying)
        .distinct()
        .toArray();
  }

  /** How many operations read each cell. */
  static int[] readers(Values values, List<Instruction> code) {
    int[] readers = new int[values.cells()];
    for (Instruction i : code) {
      for (int k = 0; k < i.operands(); k++) {
        boolean again = k > 0 && i.operand(k) == i.operand(0);
        again |= k > 1 && i.operand(k) == i.operand(1);
        readers[i.operand(k)] += again ? 0 : 1;
      }
    }
    return readers;
  }

  private List<Loop> divide() {
    for (int i = 0; i < waiting.length; i++) {
      if (waiting[i] == 0) {
        (all.get(i).vector() ? vectors : others).add(i);
      }
    }
    while (!vectors.isEmpty() || !others.isEmpty()) {
      boolean vector = !vectors.isEmpty();
      TreeSet<Integer> ready = vector ? vectors : others;
      for (int next = ready.first(); next >= 0; next = vector ? cheapest() : earliest()) {
        take(next, ready);
      }
      close();
    }
    return loops;
  }

  private int earliest() {
    return others.isEmpty() || body.size() >= SCALAR ? -1 : others.first();
  }

  private int cheapest() {
    int best = -1;
    int least = NODES - nodes + 1;
    int seen = 0;
    for (int i : near) {
      int cost = cost(all.get(i));
      if (cost < least) {
        least = cost;
        best = i;
      }
    }
    for (int i : vectors) {
      if (++seen > WINDOW) {
        break;
      }
      int cost = cost(all.get(i));
      if (cost < least) {
        least = cost;
        best = i;
      }
    }
    return best;
  }

  /** Nodes that an operation would add. */
  private int cost(Instruction i) {
    int cost =
        switch (i.op()) {
          case Code.COPY -> 0;
          case Code.CHECK -> accumulates(i.op(), -1) ? 2 : 2 * MEMORY + 2;
          case Code.PEAK -> accumulates(i.op(), i.to()) ? 2 : 2 * MEMORY + 2;
          default -> 1;
        };
    for (int cell : operands(i)) {
      if (!inside.get(cell)) {
        cost += loaded.get(cell) ? 0 : MEMORY;
      } else if (readers[cell] == 1 && !resident.get(cell)) {
        cost -= MEMORY;
      }
    }
    boolean stored = i.op() <= Code.COPY && (resident.get(i.to()) || readers[i.to()] > 0);
    return cost + (stored ? MEMORY : 0);
  }

  private boolean accumulates(int op, int to) {
    return body.stream().anyMatch(i -> i.op() == op && i.to() == to);
  }

  private void take(int index, TreeSet<Integer> ready) {
    Instruction next = all.get(index);
    nodes += cost(next);
    body.add(next);
    ready.remove(index);
    near.remove(index);
    for (int cell : operands(next)) {
      readers[cell]--;
      if (!inside.get(cell)) {
        loaded.set(cell);
      }
    }
    if (next.op() <= Code.COPY) {
      inside.set(next.to());
    }
    for (int user : users.get(index)) {
      if (--waiting[user] == 0) {
        boolean vector = all.get(user).vector();
        (vector ? vectors : others).add(user);
        if (vector && next.vector()) {
          near.add(user);
        }
      }
    }
  }

  private void close() {
    List<Integer> stored = new ArrayList<>();
    for (Instruction i : body) {
      if (i.op() <= Code.COPY && (resident.get(i.to()) || readers[i.to()] > 0)) {
        stored.add(i.to());
      }
    }
    loops.add(new Loop(body, stored));
    body = new ArrayList<>();
    inside.clear();
    loaded.clear();
    near.clear();
    nodes = 0;
  }
}
