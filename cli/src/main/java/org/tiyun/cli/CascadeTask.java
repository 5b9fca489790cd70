package org.tiyun.cli;

import java.nio.file.Files;
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
import org.tiyun.circuit.cascade.LedgerExposures;
import org.tiyun.circuit.cascade.Shortfall;
import org.tiyun.circuit.edges.BalanceSheetFiles;
import org.tiyun.ledger.Ledger;
import org.tiyun.view.json.CascadeCsv;
import org.tiyun.view.json.CascadeJson;
import org.tiyun.view.text.CascadeAnswer;
import org.tiyun.view.text.CascadeText;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tiyun cascade EDGES.csv NODES.csv | LEDGER}: who fails when someone does not pay. */
@Command(name = "cascade")
final class CascadeTask implements Task {
  private static final int SHORTFALL_DRAWS = 4000;

  @Parameters(index = "0", paramLabel = "EDGES.csv|LEDGER", descriptionKey = "EDGES")
  String debts = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "NODES.csv", descriptionKey = "NODES")
  Optional<Path> nodes = Optional.empty();

  @Option(names = "--layer", paramLabel = "promises|debts", descriptionKey = "layer")
  Optional<String> layer = Optional.empty();

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

  @Option(names = "--shortfall", descriptionKey = "shortfall")
  boolean shortfall;

  @Option(names = "--volatility", paramLabel = "S", descriptionKey = "volatility")
  double volatility = 0.2;

  @Option(names = "--draws", paramLabel = "N", descriptionKey = "draws")
  int draws = SHORTFALL_DRAWS;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed")
  long seed = 1;

  @Override
  public int run(Session session) {
    Format format = session.format(Set.of(Format.JSON, Format.CSV));
    Contagion question =
        Contagion.of(
            method(),
            share("--recovery-external", ofResources),
            share("--recovery-internal", ofReceipts),
            shocks());
    LedgerArgument.draws(draws);
    if (!(volatility > 0 && volatility <= 5)) {
      throw new Failure(
          Finding.error("E0113").with("value", volatility).with("option", "--volatility"));
    }
    Optional<Path> ledger =
        session.home().find(debts).filter(found -> nodes.isEmpty() && isLedger(found));
    return ledger.isPresent()
        ? ofLedger(session, format, question, LedgerArgument.read(ledger.get()))
        : ofFiles(session, format, question);
  }

  private static boolean isLedger(Path found) {
    return Files.isDirectory(found) || found.endsWith("datapackage.json");
  }

  private int ofFiles(Session session, Format format, Contagion question) {
    if (layer.isPresent()) {
      throw new Failure(Finding.error("E0529").with("option", "--layer"));
    }
    Path sheetsFile =
        nodes.orElseThrow(() ->
            new Failure(
                Finding.error("E0112").with("what", "NODES.csv").with("command", "tiyun cascade")));
    BalanceSheetFiles files = BalanceSheetFiles.read(Path.of(debts), sheetsFile);
    CascadeAnswer answer = answer(session, question, files.sheets(), keystones);
    session.answer(
        switch (format) {
          case JSON -> CascadeJson.of(answer);
          case CSV -> CascadeCsv.of(answer);
          case TEXT -> new CascadeText(session.words()).of(answer);
        });
    session.show(files.findings());
    return ExitCode.FINE;
  }

  private int ofLedger(Session session, Format format, Contagion question, Ledger ledger) {
    LedgerExposures.Layer chosen =
        LedgerExposures.Layer.of(layer.orElse(LedgerExposures.Layer.PROMISES.key()))
            .orElseThrow(() ->
                new Failure(
                    Finding.error("E0537")
                        .with("layer", layer.orElse(""))
                        .with("layers", LedgerExposures.Layer.keys())));
    if (shortfall || !question.method().clears()) {
      String option = shortfall ? "--shortfall" : "--method " + question.method().key();
      throw new Failure(Finding.error("E0538").with("option", option));
    }
    LedgerExposures exposures = LedgerExposures.of(ledger, chosen);
    // Without a shock the keystones are the answer.
    boolean ranked = keystones || shocks.isEmpty();
    CascadeAnswer answer = answer(session, question, exposures.sheets(), ranked);
    session.answer(
        switch (format) {
          case JSON -> CascadeJson.of(ledger, exposures, answer);
          case CSV -> CascadeCsv.of(answer);
          case TEXT -> new CascadeText(session.words()).of(ledger, exposures, answer);
        });
    return ExitCode.FINE;
  }

  private CascadeAnswer answer(
      Session session, Contagion question, BalanceSheets sheets, boolean ranked) {
    try (Progress _ = session.progress("cli.progress.cascade")) {
      return new CascadeAnswer(
          question.run(sheets),
          ranked ? Optional.of(question.keystones(sheets)) : Optional.empty(),
          shortfall
              ? Optional.of(Shortfall.of(sheets, question, volatility, draws, seed))
              : Optional.empty());
    }
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
        losses.merge(shock.substring(0, at), loss(shock.substring(at + 1)), Double::sum);
      } catch (NumberFormatException e) {
        throw new Failure(Finding.error("E0113").with("value", shock).with("option", "--shock"));
      }
    }
    return losses;
  }

  private static double loss(String text) {
    if (text.equals("all")) {
      return Contagion.ALL;
    }
    double loss = Double.parseDouble(text);
    if (Double.isInfinite(loss)) {
      throw new NumberFormatException(text);
    }
    return loss;
  }
}
