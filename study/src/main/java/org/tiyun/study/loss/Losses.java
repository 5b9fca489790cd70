package org.tiyun.study.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;

/**
 * The loss of a cascade (D8): dues that were never paid, marks that fell from their top, and
 * capital that stands idle.
 */
public final class Losses {
  private final LossBook book;
  private final Stranded stranded;
  private final List<String> outsideLenders;

  private Losses(Roles roles) {
    this.book = LossBook.of(roles.model());
    this.stranded = Stranded.of(roles);
    this.outsideLenders = roles.names(Role.OUTSIDE_DEBT);
  }

  public static Losses of(Roles roles) {
    return new Losses(roles);
  }

  /** Variables of the model whose values the others read. */
  public List<Integer> needed() {
    List<Integer> needed = new ArrayList<>(book.needed());
    stranded.needed().stream().filter(id -> !needed.contains(id)).forEach(needed::add);
    return needed;
  }

  /** What claims lost, by holder, of values by variable and by period from 0. */
  public LossBook.Loss claims(double[][] values) {
    return book.losses(values);
  }

  /** Capital that stands idle, by owner. */
  public Map<String, Double> idle(double[][] values) {
    return stranded.byOwner(values);
  }

  /** All of it, in the model's money. */
  public double total(double[][] values) {
    return claims(values).total() + stranded.total(values);
  }

  /** The part that lenders outside the circle bear; 0 where nothing is lost. */
  public double ofOutsideLenders(double[][] values) {
    double total = total(values);
    Map<String, Double> byHolder = claims(values).byHolder();
    double lenders =
        outsideLenders.stream().mapToDouble(who -> byHolder.getOrDefault(who, 0.0)).sum();
    return total > 0 ? lenders / total : 0;
  }
}
