package org.tiyun.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tiyun.language.check.ModelChecker;
import org.tiyun.language.check.ScenarioChecker;
import org.tiyun.language.model.Checked;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.LookUp;
import org.tiyun.language.model.ModelTables;
import org.tiyun.language.model.Scenario;
import org.tiyun.language.syntax.Source;
import org.tiyun.language.syntax.Statement;
import org.tiyun.language.syntax.StatementParser;

/** Text in, checked model or findings out. Reads nothing but what it is handed. */
public final class Language {
  private Language() {}

  /**
   * The files a model says that it needs, before anything is checked: so that the host can fetch
   * them.
   *
   * @param includes names in {@code include "..."}
   * @param ledgers paths in {@code use ledger "..."}
   */
  public record Needs(List<String> includes, List<String> ledgers) {}

  /** What one file asks for; never fails, whatever the text. */
  public static Needs needs(String text) {
    List<String> includes = new ArrayList<>();
    List<String> ledgers = new ArrayList<>();
    for (Statement statement : StatementParser.model(new Source("", text)).statements()) {
      switch (statement) {
        case Statement.Include include -> includes.add(include.file());
        case Statement.UseLedger use -> ledgers.add(use.path());
        default -> {}
      }
    }
    return new Needs(List.copyOf(includes), List.copyOf(ledgers));
  }

  /**
   * Checks a model.
   *
   * @param main name of the main file
   * @param files every file by name, as it may stand in an include
   */
  public static Checked<CheckedModel> check(
      String main, Map<String, String> files, ModelTables tables) {
    return check(main, files, tables, lookUp -> {});
  }

  /**
   * The same, with somebody who hears what the model asks of the tables.
   *
   * @param heard told every look-up of a parameter, in the order of the text
   */
  public static Checked<CheckedModel> check(
      String main, Map<String, String> files, ModelTables tables, Consumer<LookUp> heard) {
    return ModelChecker.check(main, files, tables, heard);
  }

  /** Checks a scenario against its model. */
  public static Checked<Scenario> scenario(String file, String text, CheckedModel model) {
    return ScenarioChecker.check(file, text, model);
  }

  /**
   * A scenario of changes given on the command line as {@code name=value} or {@code
   * name[element]=value}.
   */
  public static Checked<Scenario> settings(List<String> settings, CheckedModel model) {
    return ScenarioChecker.settings(settings, model);
  }
}
