package org.tiyun.circuit.edges;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Names in order, each once, and where numbered ones came to stand.
 *
 * @param names ascending
 * @param place by number the place among the names
 */
record SortedNames(List<String> names, int[] place) {
  private static final int UNNUMBERED = -1;

  /** Sorts names numbered from 0, all different, together with others that may be among them. */
  static SortedNames of(String[] numbered, List<String> others) {
    Named[] all = new Named[numbered.length + others.size()];
    for (int k = 0; k < all.length; k++) {
      all[k] =
          k < numbered.length
              ? new Named(numbered[k], k)
              : new Named(others.get(k - numbered.length), UNNUMBERED);
    }
    Arrays.parallelSort(all, Comparator.comparing(Named::name));
    List<String> names = new ArrayList<>(all.length);
    int[] place = new int[numbered.length];
    for (Named named : all) {
      if (names.isEmpty() || !names.getLast().equals(named.name)) {
        names.add(named.name);
      }
      if (named.number != UNNUMBERED) {
        place[named.number] = names.size() - 1;
      }
    }
    return new SortedNames(names, place);
  }

  private record Named(String name, int number) {}
}
