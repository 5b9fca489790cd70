package org.tiyun.study.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;

/**
 * Capital that was in use when a run began and stands idle at its end, at its book value: the part
 * of a cascade's loss (D8) that no claim shows. Nothing where a model states no book values or no
 * use.
 */
public final class Stranded {
  private final List<Owned> capital = new ArrayList<>();

  private record Owned(String owner, int book, int use) {}

  private Stranded(Roles roles) {
    for (Roles.Owned book : roles.owned(Role.BOOK_VALUE)) {
      for (Roles.Owned use : roles.owned(Role.UTILISATION)) {
        if (use.owner().equals(book.owner())) {
          capital.add(new Owned(book.owner(), book.variable().id(), use.variable().id()));
        }
      }
    }
  }

  public static Stranded of(Roles roles) {
    return new Stranded(roles);
  }

  /** Variables whose values {@link #byOwner} reads. */
  public List<Integer> needed() {
    return capital.stream().flatMap(c -> Stream.of(c.book(), c.use())).toList();
  }

  /** By owner, of a run whose values are by variable of the model and by period from 0. */
  public Map<String, Double> byOwner(double[][] values) {
    Map<String, Double> stranded = new TreeMap<>();
    for (Owned each : capital) {
      double[] use = values[each.use()];
      double[] book = values[each.book()];
      double idle = book.length < 2 ? 0 : 1 - use[use.length - 1] / use[1];
      if (idle > 0) {
        stranded.put(each.owner(), idle * book[book.length - 1]);
      }
    }
    return stranded;
  }

  public double total(double[][] values) {
    return byOwner(values).values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
