package org.tiyun.language.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A model without faults: names resolved, sets unrolled, units checked, books made. Immutable; what
 * the engine plans from. Variables and inputs are addressed by their position.
 *
 * @param hash first 12 hexadecimal digits of the SHA-256 of the model's files, in include order
 * @param equations one for each variable but those of role PAID and SHORTFALL, in no useful order
 * @param streams names of the random streams, by their number in {@link Expr.Draw}
 */
public record CheckedModel(
    String id,
    String title,
    String hash,
    Calendar calendar,
    List<Variable> variables,
    List<Input> inputs,
    List<Equation> equations,
    Optional<Clearing> clearing,
    Books books,
    List<Event> events,
    List<SwitchRule> switches,
    List<String> streams,
    List<NamedSet> sets) {

  /** A set or relation of the model with its elements, for whoever shows results by firm. */
  public record NamedSet(String name, List<List<String>> elements) {}

  /** The variable of that name. */
  public OptionalInt variable(Name name) {
    return variables.stream().filter(v -> v.name().equals(name)).mapToInt(Variable::id).findFirst();
  }

  /** The input of that name. */
  public OptionalInt input(Name name) {
    return inputs.stream().filter(i -> i.name().equals(name)).mapToInt(Input::id).findFirst();
  }
}
