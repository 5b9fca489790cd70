package org.tiyun.engine.lanes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a machine made of some paths, one per lane.
 *
 * @param values by period from 0, then cell after cell of the outputs, each lane by lane
 * @param drawn by drawn input, then by lane
 * @param events by lane; the same empty list for all lanes without any
 * @param failed lanes that met something not finite, or a loop without a solution
 * @param gap largest accounting gap of each lane
 * @param stock largest stock or flow of each lane
 */
public record Block(
    long first,
    double[][] values,
    double[][] drawn,
    List<Event>[] events,
    boolean[] failed,
    double[] gap,
    double[] stock) {

  /** An event of the model that begins. */
  public record Event(int event, int period, double amount) {}

  Block(long first, double[][] values, double[][] drawn, int lanes) {
    this(
        first,
        values,
        drawn,
        none(lanes),
        new boolean[lanes],
        new double[lanes],
        new double[lanes]);
  }

  int lanes() {
    return failed.length;
  }

  void happens(int lane, Event event) {
    if (events[lane].isEmpty()) {
      events[lane] = new ArrayList<>();
    }
    events[lane].add(event);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Java makes no arrays of generic types
  private static List<Event>[] none(int lanes) {
    List<Event>[] lists = new List[lanes];
    Arrays.fill(lists, List.of());
    return lists;
  }
}
