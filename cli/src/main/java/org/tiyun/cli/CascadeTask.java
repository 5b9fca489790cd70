package org.tiyun.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tiyun.circuit.cascade.BalanceSheets;
import org.tiyun.circuit.cascade.Cascade;
import org.tiyun.circuit.cascade.Contagion;
import org.tiyun.circuit.edges.BalanceSheetFiles;
import org.tiyun.view.json.CascadeCsv;
import org.tiyun.view.json.CascadeJson;
import org.tiyun.view.text.CascadeText;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tiyun cascade EDGES.csv NODES.csv}: who fails when someone does not pay. */
@Command(name = "cascade")
final class CascadeTask implements Task {
  @Parameters(index = "0", paramLabel = "EDGES.csv", descriptionKey = "EDGES")
  Path debts = Path.of("");

  @Parameters(index = "1", paramLabel = "NODES.csv", descriptionKey = "NODES")
  Path nodes = Path.of("");

  @Option(names = "--method", paramLabel = "METHOD", descriptionKey = "method")
  Optional<String> method = Optional.empty();

  @Option(names = "--recovery-external", paramLabel = "SHARE", descriptionKey = "recovery-external")
  Optional<Double> ofResources = Optional.empty();

  @Option(names = "--recovery-internal", paramLabel = "SHARE", descriptionKey = "recovery-internal")
  Optional<Double> ofReceipts = Optional.empty();

  @Option(names = "--shock", paramLabel = "NODE=LOSS", descriptionKey = "shock")
  List<String> shocks = new ArrayList<>();

  @Option(names = "--keystones", descriptionKey = "keystones")
  boolean keystones;

  @Override
  public int run(Session session) {
    Format format = session.format(Set.of(Format.JSON, Format.CSV));
    Contagion question =
        Contagion.of(
            method(),
            share("--recovery-external", ofResources),
            share("--recovery-internal", ofReceipts),
            shocks());
    BalanceSheetFiles files = BalanceSheetFiles.read(debts, nodes);
    BalanceSheets sheets = files.sheets();
    try (Progress _ = session.progress("cli.progress.cascade")) {
      Cascade cascade = question.run(sheets);
      Optional<double[]> index =
          keystones ? Optional.of(question.keystones(sheets)) : Optional.empty();
      session.answer(
          switch (format) {
            case JSON -> CascadeJson.of(cascade, index);
            case CSV -> CascadeCsv.of(cascade, index);
            case TEXT -> new CascadeText(session.words()).of(cascade, index);
          });
    }
    session.show(files.findings());
    return ExitCode.FINE;
  }

  private Cascade.Method method() {
    if (method.isEmpty()) {
      return Cascade.Method.EISENBERG_NOE;
    }
    return Cascade.Method.of(method.get())
        .orElseThrow(() ->
            new Failure(
                Finding.error("E0525")
                    .with("method", method.get())
                    .with(
                        "methods",
                        Stream.of(Cascade.Method.values())
                            .map(Cascade.Method::key)
                            .collect(Collectors.joining(", ")))));
  }

  private static double share(String option, Optional<Double> given) {
    double share = given.orElse(1.0);
    if (!(share >= 0 && share <= 1)) {
      throw new Failure(Finding.error("E0113").with("value", share).with("option", option));
    }
    return share;
  }

  /** Names may hold an equals sign, amounts cannot: the last one divides. */
  private Map<String, Double> shocks() {
    Map<String, Double> losses = new LinkedHashMap<>();
    for (String shock : shocks) {
      int at = shock.lastIndexOf('=');
      if (at < 1) {
        throw new Failure(Finding.error("E0113").with("value", shock).with("option", "--shock"));
      }
      try {
        losses.merge(shock.substring(0, at), Double.valueOf(shock.substring(at + 1)), Double::sum);
      } catch (NumberFormatException e) {
        throw new Failure(Finding.error("E0113").with("value", shock).with("option", "--shock"));
      }
    }
    return losses;
  }
}
