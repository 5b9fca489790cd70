package org.tiyun.language.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tiyun.language.syntax.Span;

/**
 * Finds unknown dimensions: each equality fixes one unknown by the others, or says something that
 * is already known, or contradicts it.
 */
final class UnitSolver {
  /** Terms handled before no more is inferred: a bound for texts of any kind. */
  private static final int MOST_WORK = 3_000_000;

  private record Found(Dimension is, Span where) {}

  private final List<Optional<Found>> found = new ArrayList<>();
  private final Map<Integer, String> names = new HashMap<>();
  private int work;

  Dimension unknown(String name) {
    found.add(Optional.empty());
    names.put(found.size() - 1, name);
    return Dimension.unknown(found.size() - 1);
  }

  Map<Integer, String> names() {
    return names;
  }

  /** Where an unknown was fixed. */
  Optional<Span> where(Dimension unknown) {
    if (unknown.unknowns().size() != 1 || !unknown.units().isEmpty()) {
      return Optional.empty();
    }
    return found.get(unknown.unknowns().keySet().iterator().next()).map(Found::where);
  }

  /** The dimension with all that is known by now put in. */
  Dimension resolved(Dimension dimension) {
    Dimension out = dimension;
    boolean more = true;
    while (more && !tired()) {
      more = false;
      for (var term : out.unknowns().entrySet()) {
        Optional<Found> is = found.get(term.getKey());
        if (is.isPresent()) {
          double power = term.getValue();
          work += is.get().is().size() + out.size();
          out = out.times(Dimension.unknown(term.getKey()), -power).times(is.get().is(), power);
          more = true;
          break;
        }
      }
    }
    return out;
  }

  private boolean tired() {
    return work > MOST_WORK;
  }

  /** Takes two dimensions to be the same; false where they cannot be. */
  boolean same(Dimension a, Dimension b, Span where) {
    Dimension rest = resolved(a.times(b, -1));
    work += rest.size() + 1;
    if (rest.isKnown() || tired()) {
      return rest.isNumber() || tired();
    }
    // The unknown named last is the one that the earlier ones explain.
    int pivot = rest.unknowns().keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
    double power = Objects.requireNonNull(rest.unknowns().get(pivot));
    Dimension is = rest.times(Dimension.unknown(pivot), -power).power(-1 / power);
    found.set(pivot, Optional.of(new Found(is, where)));
    return true;
  }
}
