package org.tiyun.study.sources;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Distribution;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Origin;

/**
 * Where every number of a model comes from.
 *
 * @param numbers each parameter and path, in the order of the model's text
 */
public record Sources(List<Figure> numbers) {
  public Sources {
    numbers = List.copyOf(numbers);
  }

  /** What stands behind a number, from strongest to weakest. */
  public enum Kind {
    /** Rows of the ledger. */
    LEDGER,
    /** A source named in words in the model's text. */
    STATED,
    /** Computed from other numbers of the model. */
    COMPUTED,
    /** The author's judgement, called so. */
    ASSUMPTION,
    /** Nothing was said. */
    UNSOURCED
  }

  /**
   * One number.
   *
   * @param name with its elements, as it is set in a scenario
   * @param low least value of the stated range
   * @param draws how it is drawn in an ensemble
   * @param said what the model's author says of it
   * @param rows of the ledger that gave it, in the order read
   */
  public record Figure(
      String name,
      String entity,
      double value,
      Optional<String> unit,
      Optional<Double> low,
      Optional<Double> high,
      Optional<Distribution> draws,
      Kind kind,
      Optional<String> said,
      List<Origin.Row> rows) {

    /** The weakest grade among the rows; empty where there is none. */
    public Optional<String> grade() {
      return rows.stream().flatMap(r -> r.grade().stream()).max(String::compareTo);
    }
  }

  /** The numbers of a model; switches are choices and no numbers. */
  public static Sources of(CheckedModel model) {
    List<Figure> figures = new ArrayList<>();
    for (Input input : model.inputs()) {
      if (input.kind() != Input.Kind.SWITCH) {
        figures.add(figure(model, input));
      }
    }
    return new Sources(figures);
  }

  /** Those of some inputs. */
  public static Sources of(CheckedModel model, Collection<Input> inputs) {
    return new Sources(inputs.stream().map(input -> figure(model, input)).toList());
  }

  /** How many numbers there are of each kind; every kind is there. */
  public Map<Kind, Integer> counts() {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      counts.put(kind, (int) numbers.stream().filter(f -> f.kind() == kind).count());
    }
    return counts;
  }

  private static Figure figure(CheckedModel model, Input input) {
    return new Figure(
        input.name().toString(),
        input.name().entity(),
        input.value(),
        input.unit(),
        input.low(),
        input.high(),
        input.draws(),
        kind(input.origin()),
        said(model, input),
        input.origin() instanceof Origin.Rows rows ? rows.rows() : List.of());
  }

  private static Kind kind(Origin origin) {
    return switch (origin) {
      case Origin.Rows rows -> Kind.LEDGER;
      case Origin.Stated stated -> assumed(stated.source()) ? Kind.ASSUMPTION : Kind.STATED;
      case Origin.Assumed assumed -> Kind.ASSUMPTION;
      case Origin.Computed computed -> Kind.COMPUTED;
      case Origin.Unsourced unsourced -> Kind.UNSOURCED;
    };
  }

  /** A source that calls any part of what it covers an assumption is one: the weaker word wins. */
  private static boolean assumed(String source) {
    return source.toLowerCase(Locale.ROOT).contains("assumption");
  }

  /** What stands in without a word of its own says what is said of the number it stands for. */
  private static Optional<String> said(CheckedModel model, Input input) {
    return switch (input.origin()) {
      case Origin.Stated stated -> Optional.of(stated.source());
      case Origin.Assumed assumed ->
          assumed
              .source()
              .or(() ->
                  input.formula().orElse(new Expr.Time()) instanceof Expr.In other
                      ? said(model, model.inputs().get(other.id()))
                      : Optional.empty());
      default -> Optional.empty();
    };
  }
}
