package org.tiyun.study.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Calendar;
import org.tiyun.language.model.Name;
import org.tiyun.language.model.Variable;
import org.tiyun.ledger.Ledger;
import org.tiyun.ledger.SeriesPoint;
import org.tiyun.study.brake.BrakeResult;
import org.tiyun.study.open.OpenModel;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/**
 * What a model wishes to be shown by: {@code charts.csv} beside its text, with columns {@code
 * chart,variable,entity,metric,entities}. The last two name the ledger's series of the quantity;
 * several entities, separated by spaces, are added up, and a period in which one of them is missing
 * stays unknown. A further column {@code yearly} says {@code yes} where the variable is a stock or
 * the sum of a year, so that a year's figure stands in its last quarter. Rows of the chart {@code
 * failures} name the events that count as failures; rows of {@code changes} the quantities that the
 * verdict compares.
 */
public final class ChartList {
  private static final String FAILURES = "failures";
  private static final String CHANGES = "changes";
  private static final int TWO_YEARS = 8;
  private static final int UNNAMED = 8;

  private ChartList() {}

  private record Row(
      String chart,
      String variable,
      String entity,
      String metric,
      List<String> entities,
      boolean yearly,
      int line) {}

  /** The charts of a model, with the two runs' values. */
  public static List<ChartData> of(OpenModel opened, Run base, Run braked) {
    Path file = opened.folder().resolve("charts.csv");
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    Map<String, List<Row>> charts = new LinkedHashMap<>();
    for (Row row : rows(file)) {
      if (!row.chart().equals(FAILURES) && !row.chart().equals(CHANGES)) {
        charts.computeIfAbsent(row.chart(), c -> new ArrayList<>()).add(row);
      }
    }
    List<ChartData> result = new ArrayList<>();
    charts.forEach((id, rows) -> result.add(chart(id, rows, opened, base, braked)));
    return List.copyOf(result);
  }

  /**
   * The charts of a run; of a model that names none, its first quantities that have an equation of
   * their own and no index, in the order of its text.
   */
  public static List<ChartData> orVariables(OpenModel opened, Run run) {
    List<ChartData> named = of(opened, run, run);
    if (!named.isEmpty()) {
      return named;
    }
    return run.model().variables().stream()
        .filter(v -> v.role() == Variable.Role.EQUATION && v.name().elements().isEmpty())
        .limit(UNNAMED)
        .map(v -> v.name().base())
        .map(name ->
            chart(
                name, List.of(new Row(name, name, "", "", List.of(), false, 0)), opened, run, run))
        .toList();
  }

  /** Kinds of events that the model counts as failures; none where it says nothing. */
  public static Set<String> failures(OpenModel opened) {
    Path file = opened.folder().resolve("charts.csv");
    Set<String> kinds = new java.util.TreeSet<>();
    if (Files.isRegularFile(file)) {
      rows(file).stream()
          .filter(r -> r.chart().equals(FAILURES))
          .forEach(r -> kinds.add(r.variable()));
    }
    return kinds;
  }

  /** What the runs come to: the failures of both, and some quantities two years into the brake. */
  public static ModelVerdict verdict(BrakeResult brake) {
    Path file = brake.opened().folder().resolve("charts.csv");
    List<Row> rows = Files.isRegularFile(file) ? rows(file) : List.of();
    Set<String> failures = new HashSet<>();
    rows.stream().filter(r -> r.chart().equals(FAILURES)).forEach(r -> failures.add(r.variable()));
    int starts = brake.scenario().begins();
    int at = Math.min(starts + TWO_YEARS - 1, brake.base().periods());
    int end = brake.base().periods();
    Calendar calendar = brake.base().model().calendar();
    return new ModelVerdict(
        brake.baseEvents().stream().filter(e -> failures.contains(e.kind())).toList(),
        brake.events().stream().filter(e -> failures.contains(e.kind())).toList(),
        calendar.label(starts),
        calendar.label(at),
        changes(rows, brake, at),
        calendar.label(end),
        changes(rows, brake, end));
  }

  private static List<ModelVerdict.Change> changes(List<Row> rows, BrakeResult brake, int period) {
    List<ModelVerdict.Change> changes = new ArrayList<>();
    for (Row row : rows) {
      if (row.chart().equals(CHANGES)) {
        int variable = variable(row, brake.base());
        changes.add(
            new ModelVerdict.Change(
                row.variable(),
                brake.base().values()[variable][period],
                brake.braked().values()[variable][period]));
      }
    }
    return List.copyOf(changes);
  }

  private static List<Row> rows(Path file) {
    List<Row> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : reader) {
        String entities = row.findField("entities").orElse("");
        rows.add(
            new Row(
                row.findField("chart").orElse(""),
                row.findField("variable").orElse(""),
                row.findField("entity").orElse(""),
                row.findField("metric").orElse(""),
                entities.isBlank() ? List.of() : List.of(entities.trim().split(" +")),
                row.findField("yearly").orElse("").equals("yes"),
                (int) row.getStartingLineNumber()));
      }
    } catch (java.io.IOException e) {
      throw new Failure(Finding.error("E0601", Place.of("charts.csv")).with("file", "charts.csv"));
    }
    return rows;
  }

  private static ChartData chart(
      String id, List<Row> rows, OpenModel opened, Run base, Run braked) {
    Calendar calendar = base.model().calendar();
    List<Map<Integer, Double>> pasts = new ArrayList<>();
    int first = 0;
    for (Row row : rows) {
      Map<Integer, Double> past = past(row, opened.ledger(), base);
      pasts.add(past);
      first = past.isEmpty() ? first : Math.min(first, past.keySet().iterator().next());
    }
    // Without a past the chart starts with period 0, the opening values.
    int start = first;
    int length = base.periods() - start + 1;
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      labels.add(calendar.label(start + i));
    }
    String unit = "";
    List<ChartData.Line> lines = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      Row row = rows.get(r);
      int variable = variable(row, base);
      unit = base.model().variables().get(variable).unit().orElse(unit);
      double[] past = unknown(length);
      pasts.get(r).forEach((period, value) -> past[period - start] = value);
      lines.add(
          new ChartData.Line(
              row.variable(),
              row.entity(),
              past,
              modelled(base, variable, start, length),
              modelled(braked, variable, start, length)));
    }
    return new ChartData(id, unit, List.copyOf(labels), 1 - start, List.copyOf(lines));
  }

  private static int variable(Row row, Run run) {
    Name name =
        row.entity().isEmpty() ? Name.of(row.variable()) : Name.of(row.variable(), row.entity());
    OptionalInt id = run.model().variable(name);
    return id.orElseThrow(() ->
        new Failure(
            Finding.error("E0609", Place.cell("charts.csv", row.line(), "variable"))
                .with("variable", name.toString())
                .with("model", run.model().id())));
  }

  private static double[] modelled(Run run, int variable, int start, int length) {
    double[] values = unknown(length);
    for (int period = 1; period <= run.periods(); period++) {
      values[period - start] = run.values()[variable][period];
    }
    return values;
  }

  private static double[] unknown(int length) {
    double[] values = new double[length];
    java.util.Arrays.fill(values, Double.NaN);
    return values;
  }

  /** Sums of the ledger's series by period up to the run's last, where every entity has a value. */
  private static Map<Integer, Double> past(Row row, Optional<Ledger> ledger, Run run) {
    Map<Integer, Double> sums = new TreeMap<>();
    Map<Integer, Integer> counts = new TreeMap<>();
    if (ledger.isEmpty() || row.metric().isEmpty()) {
      return sums;
    }
    for (SeriesPoint point : ledger.get().series()) {
      if (!point.metric().equals(row.metric()) || !row.entities().contains(point.entity())) {
        continue;
      }
      OptionalInt period = period(row, point.period(), run.model().calendar());
      if (period.isPresent() && period.getAsInt() <= run.periods()) {
        sums.merge(period.getAsInt(), point.value(), Double::sum);
        counts.merge(period.getAsInt(), 1, Integer::sum);
      }
    }
    counts.forEach((period, count) -> {
      if (count < row.entities().size()) {
        sums.remove(period);
      }
    });
    return sums;
  }

  /** A yearly figure in a quarterly calendar is no quarter's, unless the row says so. */
  private static OptionalInt period(Row row, String label, Calendar calendar) {
    if (calendar.step() != Calendar.Step.QUARTER || label.indexOf('Q') >= 0) {
      return calendar.period(label);
    }
    return row.yearly() && label.matches("\\d{4}")
        ? calendar.period(label + "Q4")
        : OptionalInt.empty();
  }
}
