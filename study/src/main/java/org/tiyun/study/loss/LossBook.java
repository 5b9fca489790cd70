package org.tiyun.study.loss;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tiyun.language.model.Books;
import org.tiyun.language.model.CheckedModel;

/**
 * What a future costs whom, read from the books of a model. Two things count: what was due to a
 * sector and was not paid, and what its claims were written down, from their highest mark to the
 * end of the run. A mark that rises and falls back to where it was cost nobody anything that this
 * counts at the start, but it costs who held it at the top: so losses are measured from the top.
 * What a fund passes on to its savers is one loss and no second one: it is counted with the fund,
 * who lent, and told apart of the savers, who bear it.
 */
public final class LossBook {
  private final CheckedModel model;
  private final List<Integer> needed;
  private final Map<Integer, Integer> position = new HashMap<>();

  private LossBook(CheckedModel model) {
    this.model = model;
    TreeSet<Integer> variables = new TreeSet<>();
    for (Books.Flow flow : model.books().flows()) {
      flow.due()
          .ifPresent(due -> {
            variables.add(due.owed());
            variables.add(flow.amount());
          });
    }
    model.books().revaluations().forEach(r -> variables.add(r.amount()));
    this.needed = new ArrayList<>(variables);
    for (int k = 0; k < needed.size(); k++) {
      position.put(needed.get(k), k);
    }
  }

  public static LossBook of(CheckedModel model) {
    return new LossBook(model);
  }

  /** Variables whose values {@link #losses} reads. */
  public List<Integer> needed() {
    return List.copyOf(needed);
  }

  /**
   * Losses by kind and holder.
   *
   * @param unpaid by payee: what was due to it and never came; {@code written} by holder: what its
   *     claims lost from their top
   * @param passed by holder: what its claims on others who lost themselves were written down, at
   *     most what these lost; in neither of the above
   */
  public record Loss(
      Map<String, Double> unpaid, Map<String, Double> written, Map<String, Double> passed) {

    public Map<String, Double> byHolder() {
      Map<String, Double> all = new TreeMap<>(written);
      unpaid.forEach((holder, amount) -> all.merge(holder, amount, Double::sum));
      return all;
    }

    public double total() {
      return byHolder().values().stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  /** Losses of a run whose values are by variable of the model. */
  public Loss losses(double[][] values) {
    double[][] mine = new double[needed.size()][];
    for (int k = 0; k < mine.length; k++) {
      mine[k] = values[needed.get(k)];
    }
    return of(mine);
  }

  /** The same from the values of {@link #needed} alone, in its order. */
  public Loss of(double[][] mine) {
    Map<String, Double> unpaid = new LinkedHashMap<>();
    for (Books.Flow flow : model.books().flows()) {
      if (flow.due().isPresent()) {
        double[] owed = mine[at(flow.due().get().owed())];
        double[] paid = mine[at(flow.amount())];
        double sum = 0;
        for (int t = 1; t < owed.length; t++) {
          sum += Math.max(0, owed[t] - paid[t]);
        }
        put(unpaid, flow.payee(), sum);
      }
    }
    Map<String, Double> written = new LinkedHashMap<>();
    Map<String, Double> passed = new LinkedHashMap<>();
    double[] own = new double[model.books().sectors().size()];
    for (Books.Revaluation revaluation : model.books().revaluations()) {
      own[revaluation.holder()] += fromTop(mine[at(revaluation.amount())]);
    }
    for (Books.Revaluation revaluation : model.books().revaluations()) {
      double lost = fromTop(mine[at(revaluation.amount())]);
      int issuer = issuer(revaluation);
      double shared = issuer < 0 ? 0 : Math.min(lost, own[issuer]);
      if (shared > 0) {
        own[issuer] -= shared;
        put(passed, revaluation.holder(), shared);
      }
      put(written, revaluation.holder(), lost - shared);
    }
    return new Loss(new TreeMap<>(unpaid), new TreeMap<>(written), new TreeMap<>(passed));
  }

  private int issuer(Books.Revaluation revaluation) {
    return model.books().claims().get(revaluation.claim()).issuer().stream()
        .mapToInt(model.books().sectors()::indexOf)
        .findFirst()
        .orElse(-1);
  }

  /** Losses of both kinds by sector of the books, from the values of {@link #needed}. */
  public double[] bySector(double[][] mine) {
    double[] sums = new double[model.books().sectors().size()];
    Loss loss = of(mine);
    loss.byHolder()
        .forEach((holder, amount) -> sums[model.books().sectors().indexOf(holder)] += amount);
    return sums;
  }

  private int at(int variable) {
    return java.util.Objects.requireNonNull(position.get(variable));
  }

  private void put(Map<String, Double> sums, int sector, double amount) {
    // Sums of rounding are no loss.
    if (amount > 1e-9) {
      sums.merge(model.books().sectors().get(sector), amount, Double::sum);
    }
  }

  private static double fromTop(double[] changes) {
    double sum = 0;
    double top = 0;
    for (int t = 1; t < changes.length; t++) {
      sum += changes[t];
      top = Math.max(top, sum);
    }
    return top - sum;
  }
}
