package org.tiyun.study.mechanism;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tiyun.circuit.Circuit;
import org.tiyun.circuit.Headline;
import org.tiyun.circuit.PlatformMeasures;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Variable;
import org.tiyun.study.brake.BrakeResult;
import org.tiyun.study.mechanism.MechanismReading.Figure;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.EventLine;
import org.tiyun.study.run.ModelRun;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.study.verdict.Verdict;

/**
 * What figures say to each mechanism that a model claims to hold: {@code mechanisms.csv} beside its
 * text names them (columns {@code mechanism,figure,from,of,what,period,format}).
 */
public final class Mechanisms {
  private final OpenModel opened;
  private final BrakeResult brake;
  private final Circuit circuit;
  private final PlatformMeasures platforms;
  private final Plan plan;
  private final Optional<VerdictFigures> verdict;
  private final Map<String, Run> runs = new HashMap<>();

  private Mechanisms(BrakeResult brake, Circuit circuit, Optional<Verdict> verdict) {
    this.verdict = verdict.map(VerdictFigures::new);
    this.opened = brake.opened();
    this.brake = brake;
    this.circuit = circuit;
    this.platforms =
        PlatformMeasures.of(circuit.cash().matrix(), circuit.ledger(), circuit.headline().firm());
    this.plan = Plan.of(opened.model());
  }

  /**
   * The mechanisms in the order of the file; none where the model has no such file.
   *
   * @param verdict without it, rows that ask for it are left out
   * @throws org.tiyun.words.Failure E0612 where a row names what there is not
   */
  public static List<MechanismReading> of(
      BrakeResult brake, Circuit circuit, Optional<Verdict> verdict) {
    Path file = brake.opened().folder().resolve("mechanisms.csv");
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    Mechanisms mechanisms = new Mechanisms(brake, circuit, verdict);
    Map<String, Map<String, Figure>> readings = new LinkedHashMap<>();
    for (MechanismRow row : MechanismRow.read(file, "mechanisms.csv")) {
      Map<String, Figure> figures =
          readings.computeIfAbsent(row.mechanism(), id -> new LinkedHashMap<>());
      if (!row.figure().isEmpty()
          && (!row.from().equals("verdict") || mechanisms.verdict.isPresent())) {
        figures.put(row.figure(), mechanisms.figure(row));
      }
    }
    List<MechanismReading> result = new ArrayList<>();
    readings.forEach((id, figures) -> result.add(new MechanismReading(id, figures)));
    return List.copyOf(result);
  }

  private Figure figure(MechanismRow row) {
    if (row.from().equals("verdict")) {
      return verdict.orElseThrow().of(row);
    }
    return switch (row.format()) {
      case "firm" -> first(row);
      case "period" ->
          event(row, events(row))
              .<Figure>map(e -> new Figure.Period(e.period()))
              .orElseGet(Figure.Never::new);
      case "money" -> new Figure.Money(value(row));
      case "share" -> new Figure.Share(value(row));
      case "number" -> new Figure.Number(value(row));
      default -> throw row.unknown(row.format());
    };
  }

  private Figure first(MechanismRow row) {
    return event(row, events(row))
        .<Figure>map(e -> new Figure.Firm(e.entity(), e.period()))
        .orElseGet(Figure.Nobody::new);
  }

  private List<EventLine> events(MechanismRow row) {
    return switch (row.from()) {
      case "run" -> brake.baseEvents();
      case "brake" -> brake.events();
      default -> throw row.unknown(row.from());
    };
  }

  /** The first event of a kind; several kinds are separated by spaces. */
  private static Optional<EventLine> event(MechanismRow row, List<EventLine> events) {
    List<String> kinds = List.of(row.what().split(" "));
    return events.stream().filter(e -> kinds.contains(e.kind())).findFirst();
  }

  private double value(MechanismRow row) {
    return switch (row.from()) {
      case "ledger" -> headline(row);
      case "run" -> at(row, brake.base());
      case "brake" -> at(row, brake.braked()) / at(row, brake.base());
      case "off" -> at(row, turned(row)) / at(row, brake.base());
      case "scenario" -> at(row, scenario(row)) / at(row, brake.base());
      default -> throw row.unknown(row.from());
    };
  }

  private double at(MechanismRow row, Run run) {
    OptionalInt period = run.model().calendar().period(row.period());
    if (period.isEmpty() || period.getAsInt() > run.periods()) {
      throw row.unknown(row.period());
    }
    Variable variable =
        run.model().variables().stream()
            .filter(v -> v.name().toString().equals(row.what()))
            .findFirst()
            .orElseThrow(() -> row.unknown(row.what()));
    return run.values()[variable.id()][period.getAsInt()];
  }

  /** The run with a switch turned over from the start. */
  private Run turned(MechanismRow row) {
    boolean on =
        opened.model().inputs().stream()
                .filter(i -> i.name().toString().equals(row.of()))
                .findFirst()
                .orElseThrow(() -> row.unknown(row.of()))
                .value()
            != 0;
    String setting = row.of() + "=" + (on ? 0 : 1);
    return runs.computeIfAbsent(
        setting, s -> run(new ScenarioChoice(Optional.empty(), List.of(s))));
  }

  private Run scenario(MechanismRow row) {
    return runs.computeIfAbsent("scenario " + row.of(), _ -> run(ScenarioChoice.of(row.of())));
  }

  private Run run(ScenarioChoice choice) {
    return ModelRun.of(opened, plan, choice, Optional.empty(), brake.base().seed()).run();
  }

  private double headline(MechanismRow row) {
    Headline headline = circuit.headline();
    return switch (row.what()) {
      case "end_users" -> headline.enteringShares().getOrDefault("end_users", 0.0);
      case "own_business" -> headline.enteringShares().getOrDefault("own_business", 0.0);
      case "lenders" -> headline.enteringShares().getOrDefault("lenders", 0.0);
      case "end_user_share" -> headline.endUserShare().orElse(Double.NaN);
      case "own_money_back" -> headline.ownMoneyBack().orElse(Double.NaN);
      case "equity_return" -> headline.equityReturn().share();
      case "equity_hands" -> headline.equityReturn().hands();
      case "circulation_share" -> headline.circulationShare();
      case "promised_circulation" -> headline.promisedCirculation();
      case "paid_circulation" -> headline.dealsPaidCirculation();
      case "external_drive" -> headline.externalDrive();
      case "hub_inside" -> platforms.hubInside();
      case "platform_capital" -> platforms.capital();
      case "platform_compute" -> platforms.compute();
      case "platform_sales" -> platforms.sales();
      default -> throw row.unknown(row.what());
    };
  }
}
