package org.tiyun.engine.lanes;

import org.tiyun.engine.program.Part;

/**
 * Cells with one number per lane, and the instructions over them. What an instruction cannot say (a
 * linear system, an iteration, the clearing, an event) it hands to {@link Outside}.
 */
interface Execution {

  /** What instructions do not do themselves. */
  interface Outside {
    void solve(int system);

    void begin(int search);

    /** Whether the iteration needs another round. */
    boolean again(int search);

    void clear();

    void event(int number, int when, int amount);
  }

  int lanes();

  /** Sets a cell to one value in all lanes. */
  void fill(int cell, double value);

  /** The cell's numbers at the moment; what is written there counts only after {@link #put}. */
  double[] read(int cell);

  /** Sets a cell lane by lane, with an array that {@link #read} gave or another. */
  void put(int cell, double[] values);

  /** Copies a cell's numbers to {@code to} from {@code at} on. */
  void copy(int cell, double[] to, int at);

  /**
   * Forgets trouble, gaps and stocks: a new block begins.
   *
   * @param kept where its outputs go: by period, then output after output, each lane by lane
   */
  void reset(double[][] kept);

  /** Sees that the outputs of a period stand where they are kept. */
  void keep(int period);

  /** By lane: not 0 where a value was not finite. */
  double[] bad();

  /** Period {@code next} begins: what was now is before. */
  void rotate(int next);

  /** Before period 0 everything was as in period 0. */
  void spread();

  void run(Part part, Outside outside);
}
