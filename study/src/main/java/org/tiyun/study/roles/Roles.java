package org.tiyun.study.roles;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Variable;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/**
 * Which parts of a model play which {@link Role}, from {@code study.csv} beside its text. Empty
 * where a model has no such file: then only what needs no role can be asked of it.
 *
 * @param file as shown to a user
 */
public record Roles(CheckedModel model, String file, Map<Role, List<Entry>> entries) {

  /**
   * A row.
   *
   * @param name of the thing in the model, without indices or with: {@code debt_of[oracle]}
   * @param value what the role needs beside the name; empty for most
   */
  public record Entry(Role role, String name, String value, int line) {}

  /** Names under a role, in the order of the file. */
  public List<String> names(Role role) {
    return rows(role).stream().map(Entry::name).toList();
  }

  /** The rows of a role, in the order of the file; none where it is not played. */
  public List<Entry> rows(Role role) {
    return entries.getOrDefault(role, List.of());
  }

  public boolean has(Role role) {
    return !names(role).isEmpty();
  }

  /**
   * The rows of a role.
   *
   * @throws Failure E0643 where there is none
   */
  public List<Entry> needed(Role role) {
    List<Entry> rows = rows(role);
    if (rows.isEmpty()) {
      throw new Failure(
          Finding.error("E0643")
              .with("model", model.id())
              .with("role", role.word())
              .with("file", file));
    }
    return rows;
  }

  /** Variables under a role: all elements where the row names none. */
  public List<Variable> variables(Role role) {
    return names(role).stream().flatMap(name -> variables(name).stream()).toList();
  }

  /** Variables of that name: all elements where it has no index. */
  public List<Variable> variables(String name) {
    return model.variables().stream()
        .filter(v -> v.name().base().equals(name) || v.name().toString().equals(name))
        .toList();
  }

  /** Inputs under a role: all elements where the row names none. */
  public List<Input> inputs(Role role) {
    return names(role).stream().flatMap(name -> inputs(name).stream()).toList();
  }

  /** Inputs of that name: all elements where it has no index. */
  public List<Input> inputs(String name) {
    return model.inputs().stream()
        .filter(i -> i.name().base().equals(name) || i.name().toString().equals(name))
        .toList();
  }

  /** Positions of the events under a role. */
  public Set<Integer> events(Role role) {
    Set<String> names = Set.copyOf(names(role));
    Set<Integer> positions = new LinkedHashSet<>();
    for (int e = 0; e < model.events().size(); e++) {
      if (names.contains(model.events().get(e).name().base())) {
        positions.add(e);
      }
    }
    return positions;
  }

  /** Positions of the failures of key firms: those that decide a number that is solved for. */
  public Set<Integer> decidingFailures() {
    Set<String> key = Set.copyOf(names(Role.KEY));
    Set<Integer> deciding = new LinkedHashSet<>(events(Role.FAILURE));
    deciding.removeIf(e -> !key.isEmpty() && !key.contains(model.events().get(e).name().entity()));
    return deciding;
  }

  /** Positions of the sectors under a role; of a set's members for {@link Role#CIRCLE}. */
  public Set<Integer> sectors(Role role) {
    Set<String> names =
        role.kind() == Role.Kind.SET
            ? members(Set.copyOf(names(role)))
            : new LinkedHashSet<>(names(role));
    Set<Integer> positions = new LinkedHashSet<>();
    List<String> sectors = model.books().sectors();
    for (int s = 0; s < sectors.size(); s++) {
      if (names.contains(sectors.get(s))) {
        positions.add(s);
      }
    }
    return positions;
  }

  private Set<String> members(Set<String> sets) {
    return model.sets().stream()
        .filter(s -> sets.contains(s.name()))
        .flatMap(s -> s.elements().stream())
        .map(tuple -> tuple.get(0))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether a flow stands under a role. */
  public boolean plays(Role role, org.tiyun.language.model.Books.Flow flow) {
    // Asked a million times by ensembles: no list is made.
    for (Entry entry : rows(role)) {
      if (entry.name().equals(flow.name().base())) {
        return true;
      }
    }
    return false;
  }

  /** A variable and the sector it belongs to. */
  public record Owned(Variable variable, String owner) {}

  /** Variables under a role with their owner: the row's value, or else their first index. */
  public List<Owned> owned(Role role) {
    return rows(role).stream()
        .flatMap(entry ->
            model.variables().stream()
                .filter(v ->
                    v.name().base().equals(entry.name())
                        || v.name().toString().equals(entry.name()))
                .filter(v -> !entry.value().isEmpty() || !v.name().elements().isEmpty())
                .map(v ->
                    new Owned(
                        v, entry.value().isEmpty() ? v.name().elements().get(0) : entry.value())))
        .toList();
  }

  static List<String> known(CheckedModel model, Role.Kind kind) {
    java.util.stream.Stream<String> names =
        switch (kind) {
          case SET -> model.sets().stream().map(CheckedModel.NamedSet::name);
          case SECTOR -> model.books().sectors().stream();
          case EVENT -> model.events().stream().map(e -> e.name().base());
          case VARIABLE ->
              model.variables().stream()
                  .filter(v -> v.role() != Variable.Role.HIDDEN)
                  .map(v -> v.name().base());
          case INPUT -> model.inputs().stream().map(i -> i.name().base());
          case FLOW -> model.books().flows().stream().map(f -> f.name().base());
          // Scenarios stand beside a model, not in it: the reader of the file looks there.
          case SCENARIO -> java.util.stream.Stream.empty();
        };
    return names.distinct().toList();
  }

  /** Whether the model has a thing of that kind and name. */
  static boolean exists(CheckedModel model, Role.Kind kind, String name) {
    int bracket = name.indexOf('[');
    if (bracket < 0) {
      return known(model, kind).contains(name);
    }
    return switch (kind) {
      case VARIABLE -> model.variables().stream().anyMatch(v -> v.name().toString().equals(name));
      case INPUT -> model.inputs().stream().anyMatch(i -> i.name().toString().equals(name));
      case SET, SECTOR, EVENT, FLOW, SCENARIO -> false;
    };
  }

  /** The single variable under a role; empty where there is none. */
  public Optional<Variable> variable(Role role) {
    return variables(role).stream().findFirst();
  }

  /** The single input under a role; empty where there is none. */
  public Optional<Input> input(Role role) {
    return inputs(role).stream().findFirst();
  }
}
