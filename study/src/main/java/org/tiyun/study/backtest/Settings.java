package org.tiyun.study.backtest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.open.TextFile;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/**
 * How a model's forecasts of the past are made, from {@code backtest/settings.csv} and {@code
 * backtest/targets.csv} beside its text. They are kept with the model so that the choices stand
 * before the score.
 *
 * @param origins quarters from whose end it forecasts
 * @param model name of an origin's model, with {@code {origin}} for the quarter in lower case
 * @param fit model whose runs are held against what was known before an origin
 * @param fitFrom last quarter that the fit model starts from
 * @param keep share of draws kept
 * @param low and high: quantiles of the band
 */
public record Settings(
    List<String> origins,
    String end,
    String model,
    String fit,
    String fitFrom,
    int fitYear,
    int draws,
    double keep,
    long seed,
    double low,
    double high,
    List<Target> targets) {

  /**
   * A series that is forecast: a variable of the model, and what the ledger reports of it.
   *
   * @param entities whose values are added up
   * @param miss size of the errors that forecasts of it had in the back-test, in logarithms, one
   *     quarter ahead; forecasts of what is not known yet carry it
   */
  public record Target(
      String id,
      String variable,
      String entity,
      String metric,
      List<String> entities,
      double miss) {}

  /**
   * The settings of a model.
   *
   * @throws Failure E0621 where the model has none, E0622 where a line is missing or unreadable
   */
  public static Settings of(OpenModel opened) {
    Path folder = opened.folder().resolve("backtest");
    if (!Files.isRegularFile(folder.resolve("settings.csv"))) {
      throw new Failure(Finding.error("E0621").with("model", opened.model().id()));
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (NamedCsvRecord row : rows(folder, "settings.csv")) {
      values.put(row.getField("name"), row.getField("value"));
    }
    List<Target> targets = new ArrayList<>();
    for (NamedCsvRecord row : rows(folder, "targets.csv")) {
      targets.add(
          new Target(
              row.getField("id"),
              row.getField("variable"),
              row.getField("entity"),
              row.getField("metric"),
              List.of(row.getField("entities").trim().split(" +")),
              number(Map.of("miss", row.getField("miss")), "miss")));
    }
    Settings settings =
        new Settings(
            List.of(text(values, "origins").trim().split(" +")),
            text(values, "end"),
            text(values, "model"),
            text(values, "fit"),
            text(values, "fit_from"),
            (int) number(values, "fit_year"),
            (int) number(values, "draws"),
            number(values, "keep"),
            (long) number(values, "seed"),
            number(values, "low"),
            number(values, "high"),
            List.copyOf(targets));
    if (settings.draws < 10 || settings.keep * settings.draws < 5 || settings.keep > 1) {
      throw new Failure(Finding.error("E0622").with("name", "draws, keep"));
    }
    return settings;
  }

  /** The same with other numbers of draws and of what is kept. */
  public Settings draws(int number, double kept) {
    return new Settings(
        origins, end, model, fit, fitFrom, fitYear, number, kept, seed, low, high, targets);
  }

  /** Name of the model that starts at an origin. */
  String modelOf(String origin) {
    return model.replace("{origin}", origin.toLowerCase(java.util.Locale.ROOT));
  }

  private static List<NamedCsvRecord> rows(Path folder, String name) {
    String text = TextFile.read(folder.resolve(name), "backtest/" + name);
    return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
  }

  private static String text(Map<String, String> values, String name) {
    return Optional.ofNullable(values.get(name))
        .orElseThrow(() -> new Failure(Finding.error("E0622").with("name", name)));
  }

  private static double number(Map<String, String> values, String name) {
    try {
      return Double.parseDouble(text(values, name));
    } catch (NumberFormatException e) {
      throw new Failure(Finding.error("E0622").with("name", name));
    }
  }
}
