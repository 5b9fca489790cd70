package org.tiyun.cli;

import java.util.Optional;
import java.util.Set;
import org.tiyun.study.backtest.Backtest;
import org.tiyun.study.backtest.Forecast;
import org.tiyun.study.backtest.ForecastScore;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.view.json.BacktestJson;
import org.tiyun.view.json.ForecastCsv;
import org.tiyun.view.text.BacktestText;
import org.tiyun.view.text.ScoreText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tiyun backtest MODEL}: how well it would have foreseen what is known by now. */
@Command(name = "backtest")
final class BacktestTask implements Task {
  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      descriptionKey = "MODEL",
      defaultValue = "ai-loop")
  String name = "ai-loop";

  @Option(names = "--forecast", descriptionKey = "forecast")
  boolean forecast;

  @Option(names = "--score", paramLabel = "FILE", descriptionKey = "score")
  Optional<String> outturns = Optional.empty();

  @Override
  public int run(Session session) {
    ModelOpener opener = new ModelOpener(session.home());
    if (outturns.isPresent()) {
      session.format(Set.of());
      OpenModel opened = opener.open(name);
      session.answer(
          ScoreText.of(opened, ForecastScore.of(opened, outturns.get()), session.words()));
      return ExitCode.FINE;
    }
    if (forecast) {
      session.format(Set.of(Format.CSV));
      try (Progress _ = session.progress("cli.progress.forecast")) {
        session.answer(ForecastCsv.of(Forecast.of(opener.open(name))));
      }
      return ExitCode.FINE;
    }
    Format format = session.format(Set.of(Format.JSON));
    try (Progress progress = session.progress("cli.progress.backtest")) {
      Backtest backtest = Backtest.of(opener, name, progress);
      session.answer(
          format == Format.JSON
              ? BacktestJson.of(backtest, Version.current())
              : new BacktestText(session.words()).of(backtest));
    }
    return ExitCode.FINE;
  }
}
