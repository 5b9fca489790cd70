package org.tiyun.engine.program;

import java.util.List;
import org.tiyun.clearing.ClearingKernel;
import org.tiyun.clearing.Recovery;
import org.tiyun.engine.plan.Setting;

/**
 * A setting as instructions over a frame of cells, each cell one number per lane.
 *
 * @param once what does not change between periods
 * @param inputs inputs that change both between periods and between paths; every period from 0
 * @param start values of period 0
 * @param period every solved period
 * @param end after the last period
 * @param cells number of cells
 * @param rings cells of a quantity with lags, newest first: what was in one moves to the next
 * @param variable cell of each variable, this period
 * @param input cell of each input, this period; -1 where nothing reads it
 * @param leaves cells to be filled from outside
 */
public record Program(
    Setting setting,
    Code once,
    Code inputs,
    Code start,
    Code period,
    Code end,
    int cells,
    List<int[]> rings,
    int[] variable,
    int[] input,
    Leaves leaves,
    List<System> systems,
    List<Search> searches,
    java.util.Optional<Clearing> clearing,
    int gap,
    int stock) {

  public Code code(Part part) {
    return switch (part) {
      case ONCE -> once;
      case INPUTS -> inputs;
      case START -> start;
      case PERIOD -> period;
      case END -> end;
    };
  }

  /** A cell and what fills it. */
  public record Filled(int cell, int what, double value) {}

  /**
   * @param constants cells of constants
   * @param time cells of the period's number
   * @param drawn cells of drawn inputs
   * @param uniform cells of uniform streams
   * @param gauss cells of normal streams
   */
  public record Leaves(
      List<Filled> constants,
      List<Filled> time,
      List<Filled> drawn,
      List<Filled> uniform,
      List<Filled> gauss) {}

  /** A linear system: cells of its unknowns, matrix and right side. */
  public record System(int[] tears, int[][] matrix, int[] right) {}

  /**
   * An iteration: cells of its tears and where they were a period ago, and of what it evaluates.
   */
  public record Search(
      int[] tears, int[] before, int[] g, int[][] slope, int[] others, int begin) {}

  /** The clearing's cells. */
  public record Clearing(
      ClearingKernel kernel,
      Recovery recovery,
      int[] owed,
      int[] resource,
      int[] paid,
      int[] shortfall) {}
}
