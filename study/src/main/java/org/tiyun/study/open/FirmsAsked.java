package org.tiyun.study.open;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.LookUp;
import org.tiyun.language.model.ModelTables;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/**
 * The firms that a model asks its ledger for. One that the ledger does not know is an error, since
 * sums over it would silently be 0; one that it knows without any balance is remarked, with what
 * was assumed instead.
 */
final class FirmsAsked {
  private static final String ENTITIES = "entities";
  private static final String BALANCES = "balances";
  private static final List<String> COLUMNS = List.of("entity", "payer", "payee");

  private final List<LookUp> lookUps;
  private final ModelTables tables;

  FirmsAsked(List<LookUp> lookUps, ModelTables tables) {
    this.lookUps = List.copyOf(lookUps);
    this.tables = tables;
  }

  /**
   * Firms asked for of which the ledger has no word, each with its first look-up. Buckets such as
   * suppliers stand in flows and are no entities: a firm is known where any table names it.
   *
   * @param strangers names that the ledger's own checks found to lead nowhere
   */
  Map<String, LookUp> missing(Set<String> strangers) {
    Set<String> known = cells(ENTITIES, "id");
    for (ModelTables.Table table : tables.tables()) {
      COLUMNS.forEach(column -> known.addAll(cells(table.name(), column)));
    }
    known.removeAll(strangers);
    Map<String, LookUp> missing = new LinkedHashMap<>();
    for (LookUp lookUp : lookUps) {
      firms(lookUp).stream()
          .filter(firm -> !known.contains(firm))
          .forEach(firm -> missing.putIfAbsent(firm, lookUp));
    }
    return missing;
  }

  /**
   * One finding that names all of them.
   *
   * @param shown how a place of the model is shown to the user
   * @param rows places in the ledger where a firm is named though it is no entity
   */
  Optional<Finding> error(
      Map<String, LookUp> missing,
      String ledger,
      Function<Place, Place> shown,
      Map<String, List<Place>> rows) {
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    Finding finding =
        Finding.error("E0630")
            .with("count", missing.size())
            .with("firms", String.join(", ", missing.keySet()))
            .with("ledger", ledger);
    for (Map.Entry<String, LookUp> one : missing.entrySet()) {
      long asked = lookUps.stream().filter(l -> firms(l).contains(one.getKey())).count();
      finding =
          finding.because(
              "E0630.asked",
              Optional.of(shown.apply(one.getValue().place())),
              Map.of("firm", one.getKey(), "name", one.getValue().input(), "count", asked));
      List<Place> named = rows.getOrDefault(one.getKey(), List.of());
      if (!named.isEmpty()) {
        finding =
            finding.because(
                "E0630.named",
                Optional.of(named.get(0)),
                Map.of("firm", one.getKey(), "count", named.size()));
      }
    }
    return Optional.of(finding);
  }

  /** Firms that the ledger knows and has no balance of, each with what the model took instead. */
  List<Finding> withoutBalance(CheckedModel model, String ledger, Function<Place, Place> shown) {
    Set<String> having = cells(BALANCES, "entity");
    Map<String, Input> inputs =
        model.inputs().stream()
            .collect(Collectors.toMap(i -> i.name().toString(), i -> i, (a, b) -> a));
    Map<String, List<LookUp>> without = new LinkedHashMap<>();
    for (LookUp lookUp : lookUps) {
      String firm = lookUp.where().getOrDefault("entity", "");
      if (lookUp.table().equals(BALANCES) && !firm.isEmpty() && !having.contains(firm)) {
        without.computeIfAbsent(firm, f -> new ArrayList<>()).add(lookUp);
      }
    }
    List<Finding> findings = new ArrayList<>();
    without.forEach((firm, asked) -> {
      Set<String> taken = new LinkedHashSet<>();
      asked.forEach(l ->
          Optional.ofNullable(inputs.get(l.input())).map(FirmsAsked::taken).ifPresent(taken::add));
      findings.add(
          Finding.warning("W0209", shown.apply(asked.get(0).place()))
              .with("firm", firm)
              .with("ledger", ledger)
              .with("taken", String.join(", ", taken)));
    });
    return findings;
  }

  private static String taken(Input input) {
    String value = Double.toString(input.value()).replaceAll("\\.0$", "");
    String unit = input.unit().map(u -> " " + u).orElse("");
    return input.name() + " = " + value + unit;
  }

  private static Set<String> firms(LookUp lookUp) {
    Set<String> firms = new LinkedHashSet<>();
    if (!lookUp.table().equals(ENTITIES)) {
      COLUMNS.stream()
          .map(column -> lookUp.where().getOrDefault(column, ""))
          .filter(firm -> !firm.isEmpty())
          .forEach(firms::add);
    }
    return firms;
  }

  private Set<String> cells(String table, String column) {
    Set<String> cells = new HashSet<>();
    tables
        .table(table)
        .ifPresent(t -> {
          int at = t.columns().indexOf(column);
          if (at >= 0) {
            t.rows().forEach(row -> cells.add(row.get(at)));
          }
        });
    return cells;
  }
}
