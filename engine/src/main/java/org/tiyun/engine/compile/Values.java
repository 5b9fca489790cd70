package org.tiyun.engine.compile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.tiyun.engine.program.Program;

/**
 * What is known of the cells of a program before it is run: which hold a constant, which a number
 * that is the same in all lanes, which one that varies, and which only repeat another cell.
 */
final class Values {
  private enum Kind {
    VARYING,
    SCALAR,
    CONSTANT
  }

  private final Map<Long, Integer> constants = new HashMap<>();
  private Kind[] kind;
  private double[] number;
  private int[] root;
  private int[] scalar;
  private int cells;
  private int scalars;

  /**
   * @param common inputs that are the same in all lanes, by input, then by period; empty for others
   */
  Values(Program program, double[][] common) {
    this.cells = program.cells();
    this.kind = new Kind[cells];
    this.number = new double[cells];
    this.root = new int[cells];
    this.scalar = new int[cells];
    Arrays.fill(kind, Kind.VARYING);
    Arrays.setAll(root, i -> i);
    Arrays.fill(scalar, -1);
    program.leaves().constants().forEach(f -> constant(f.cell(), f.value()));
    program.leaves().time().forEach(f -> scalar(f.cell()));
    int[] input = program.input();
    for (int i = 0; i < input.length; i++) {
      if (common[i].length > 0 && !program.setting().moving()[i]) {
        constant(input[i], common[i][0]);
      } else if (common[i].length > 0) {
        scalar(input[i]);
        for (int[] ring : program.rings()) {
          if (ring[0] == input[i]) {
            Arrays.stream(ring).forEach(this::scalar);
          }
        }
      }
    }
  }

  private void constant(int cell, double value) {
    kind[cell] = Kind.CONSTANT;
    number[cell] = value;
  }

  private void scalar(int cell) {
    kind[cell] = Kind.SCALAR;
    scalar[cell] = scalar[cell] < 0 ? scalars++ : scalar[cell];
  }

  /** Number of cells, those made here included. */
  int cells() {
    return cells;
  }

  /** Numbers that are the same in all lanes but change from period to period. */
  int scalars() {
    return scalars;
  }

  /** The cell whose value a cell repeats; itself where none. */
  int root(int cell) {
    return cell < 0 ? cell : root[cell];
  }

  void alias(int cell, int to) {
    root[cell] = root[to];
  }

  /** From here on a cell has a value of its own, lane by lane. */
  void varies(int cell) {
    root[cell] = cell;
    kind[cell] = Kind.VARYING;
  }

  boolean constant(int cell) {
    return kind[cell] == Kind.CONSTANT;
  }

  boolean is(int cell, double value) {
    return constant(cell)
        && Double.doubleToLongBits(number[cell]) == Double.doubleToLongBits(value);
  }

  boolean varying(int cell) {
    return kind[cell] == Kind.VARYING;
  }

  double number(int cell) {
    return number[cell];
  }

  /** Place of a number that is the same in all lanes; -1 where it is not. */
  int place(int cell) {
    return scalar[cell];
  }

  /** A cell that holds {@code value} for ever. */
  int constantCell(double value) {
    return constants.computeIfAbsent(
        Double.doubleToRawLongBits(value),
        bits -> {
          int cell = fresh();
          constant(cell, value);
          return cell;
        });
  }

  /** A new cell for a number that is the same in all lanes. */
  int scalarCell() {
    int cell = fresh();
    scalar(cell);
    return cell;
  }

  private int fresh() {
    if (cells == kind.length) {
      int more = cells + 64 + cells / 4;
      kind = Arrays.copyOf(kind, more);
      number = Arrays.copyOf(number, more);
      root = Arrays.copyOf(root, more);
      scalar = Arrays.copyOf(scalar, more);
    }
    kind[cells] = Kind.VARYING;
    root[cells] = cells;
    scalar[cells] = -1;
    return cells++;
  }
}
