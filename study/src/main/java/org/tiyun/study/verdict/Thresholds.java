package org.tiyun.study.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tiyun.language.model.Calendar;
import org.tiyun.language.model.Variable;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.open.SideTable;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/**
 * What counts as which outcome: {@code verdict.csv} beside the model, or a table of the reader's
 * own, with columns {@code outcome,group,measure,name,from,to,over,test,than}.
 */
public record Thresholds(String shown, List<Condition> conditions) {
  private static final String FILE = "verdict.csv";
  private static final List<String> COLUMNS =
      List.of("outcome", "group", "measure", "name", "from", "to", "over", "test", "than");

  /**
   * @param file of the reader's own; empty: the model's
   * @throws Failure E0645 no such table, E0642 a column is missing, E0646 a cell that means nothing
   */
  public static Thresholds of(OpenModel opened, Roles roles, Optional<String> file) {
    SideTable table =
        (file.isPresent()
                ? SideTable.own(file.get(), COLUMNS)
                : SideTable.read(opened, FILE, COLUMNS))
            .orElseThrow(() ->
                new Failure(
                    Finding.error("E0645")
                        .with("model", opened.model().id())
                        .with("file", file.orElse(FILE))));
    Reader reader = new Reader(opened, roles, table.shown(), new ArrayList<>());
    List<Condition> conditions = new ArrayList<>();
    for (SideTable.Row row : table.rows()) {
      reader.condition(row).ifPresent(conditions::add);
    }
    boolean sound = reader.faults().isEmpty();
    for (Outcome outcome : Outcome.values()) {
      if (outcome != Outcome.UNCLEAR
          && sound
          && conditions.stream().noneMatch(c -> c.outcome() == outcome)) {
        reader.fault(0, "outcome", outcome.word(), "");
      }
    }
    if (!reader.faults().isEmpty()) {
      throw new Failure(reader.faults());
    }
    return new Thresholds(table.shown(), List.copyOf(conditions));
  }

  /** The one outcome whose conditions hold; UNCLEAR where none or several do. */
  public Outcome outcome(Condition.Sight sight) {
    Map<Outcome, Set<String>> lost = new LinkedHashMap<>();
    Map<Outcome, Set<String>> groups = new LinkedHashMap<>();
    for (Condition condition : conditions) {
      groups
          .computeIfAbsent(condition.outcome(), o -> new LinkedHashSet<>())
          .add(condition.group());
      Set<String> gone = lost.computeIfAbsent(condition.outcome(), o -> new LinkedHashSet<>());
      if (!gone.contains(condition.group()) && !condition.holds(sight)) {
        gone.add(condition.group());
      }
    }
    List<Outcome> fits =
        groups.entrySet().stream()
            .filter(e -> lost.getOrDefault(e.getKey(), Set.of()).size() < e.getValue().size())
            .map(Map.Entry::getKey)
            .toList();
    return fits.size() == 1 ? fits.get(0) : Outcome.UNCLEAR;
  }

  /** Variables that the conditions look at. */
  public Set<Integer> variables() {
    Set<Integer> variables = new LinkedHashSet<>();
    conditions.stream().filter(c -> c.variable() >= 0).forEach(c -> variables.add(c.variable()));
    return variables;
  }

  private record Reader(OpenModel opened, Roles roles, String shown, List<Finding> faults) {

    void fault(int line, String column, String said, String known) {
      faults.add(
          Finding.error("E0646", Place.cell(shown, line, column))
              .with("column", column)
              .with("said", said)
              .with("known", known));
    }

    Optional<Condition> condition(SideTable.Row row) {
      int before = faults.size();
      Optional<Outcome> outcome = Outcome.of(row.cell("outcome"));
      Optional<Condition.Measure> measure = Condition.Measure.of(row.cell("measure"));
      Optional<Condition.Test> test = Condition.Test.of(row.cell("test"));
      if (outcome.isEmpty()) {
        fault(row.line(), "outcome", row.cell("outcome"), "takes_off, glides, stalls");
      }
      if (measure.isEmpty()) {
        List<String> known = new ArrayList<>();
        for (Condition.Measure each : Condition.Measure.values()) {
          known.add(each.word());
        }
        fault(row.line(), "measure", row.cell("measure"), String.join(", ", known));
      }
      if (test.isEmpty()) {
        fault(row.line(), "test", row.cell("test"), ">=, <");
      }
      int from = period(row, "from", 1);
      int to = period(row, "to", opened.model().calendar().horizon());
      double than = number(row, "than", Double.NaN);
      double over = number(row, "over", 1);
      if (from > to) {
        fault(row.line(), "to", row.cell("to"), "");
      }
      int variable = measure.map(Condition.Measure::ofVariable).orElse(false) ? variable(row) : -1;
      Set<String> firms = firms(row, variable < 0);
      if (faults.size() > before) {
        return Optional.empty();
      }
      return Optional.of(
          new Condition(
              outcome.orElseThrow(),
              row.cell("group"),
              measure.orElseThrow(),
              variable,
              firms,
              from,
              to,
              (int) over,
              test.orElseThrow(),
              than,
              row.line()));
    }

    private Set<String> firms(SideTable.Row row, boolean wanted) {
      if (!wanted) {
        return Set.of();
      }
      if (!row.cell("name").isEmpty()) {
        Set<String> named = new LinkedHashSet<>(List.of(row.cell("name").split(" +")));
        for (String firm : named) {
          if (!opened.model().books().sectors().contains(firm)) {
            fault(row.line(), "name", firm, String.join(", ", opened.model().books().sectors()));
          }
        }
        return named;
      }
      if (roles.has(Role.KEY)) {
        return new LinkedHashSet<>(roles.names(Role.KEY));
      }
      Set<String> all = new LinkedHashSet<>();
      roles
          .events(Role.FAILURE)
          .forEach(e -> all.add(opened.model().events().get(e).name().entity()));
      return all;
    }

    private int variable(SideTable.Row row) {
      Optional<Variable> variable =
          opened.model().variables().stream()
              .filter(v -> v.name().toString().equals(row.cell("name")))
              .findFirst();
      if (variable.isEmpty()) {
        fault(row.line(), "name", row.cell("name"), "");
      }
      return variable.map(Variable::id).orElse(0);
    }

    private int period(SideTable.Row row, String column, int otherwise) {
      if (row.cell(column).isEmpty()) {
        return otherwise;
      }
      Calendar calendar = opened.model().calendar();
      OptionalInt period = calendar.period(row.cell(column));
      if (period.isEmpty() || period.getAsInt() < 1 || period.getAsInt() > calendar.horizon()) {
        fault(
            row.line(),
            column,
            row.cell(column),
            calendar.label(1) + ".." + calendar.label(calendar.horizon()));
        return otherwise;
      }
      return period.getAsInt();
    }

    private double number(SideTable.Row row, String column, double otherwise) {
      if (row.cell(column).isEmpty() && Double.isFinite(otherwise)) {
        return otherwise;
      }
      try {
        double value = Double.parseDouble(row.cell(column));
        if (Double.isFinite(value)) {
          return value;
        }
      } catch (NumberFormatException e) {
        // Said below.
      }
      fault(row.line(), column, row.cell(column), "1.5");
      return otherwise;
    }
  }
}
