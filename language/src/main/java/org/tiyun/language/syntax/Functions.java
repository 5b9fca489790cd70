package org.tiyun.language.syntax;

import java.util.Map;
import java.util.Set;

/** The functions of the language. */
public final class Functions {
  /** How many periods a lag may reach back. */
  public static final int DEEPEST_LAG = 1000;

  /** Least and greatest number of arguments. */
  public record Arity(int least, int most) {}

  /** Functions of expressions with their numbers of arguments. */
  public static final Map<String, Arity> ARITY =
      Map.ofEntries(
          Map.entry("min", new Arity(2, 100)),
          Map.entry("max", new Arity(2, 100)),
          Map.entry("abs", new Arity(1, 1)),
          Map.entry("exp", new Arity(1, 1)),
          Map.entry("log", new Arity(1, 1)),
          Map.entry("sqrt", new Arity(1, 1)),
          Map.entry("pow", new Arity(2, 2)),
          Map.entry("clip", new Arity(3, 3)),
          Map.entry("if", new Arity(3, 3)),
          Map.entry("smooth", new Arity(2, 2)),
          Map.entry("delay", new Arity(2, 2)),
          Map.entry("logistic", new Arity(1, 1)),
          Map.entry("step", new Arity(1, 1)),
          Map.entry("pulse", new Arity(2, 2)),
          Map.entry("normal", new Arity(1, 5)),
          Map.entry("uniform", new Arity(1, 5)),
          Map.entry("owed", new Arity(1, 1)));

  /** Functions that take rows of a table. */
  public static final Set<String> OF_ROWS = Set.of("only", "last", "sum", "mean", "count");

  /** Every name that is a function, including those with a form of their own. */
  public static final Set<String> ALL =
      Set.of(
          "min",
          "max",
          "abs",
          "exp",
          "log",
          "sqrt",
          "pow",
          "clip",
          "if",
          "smooth",
          "delay",
          "logistic",
          "step",
          "pulse",
          "normal",
          "uniform",
          "owed",
          "lookup",
          "sum",
          "mean",
          "count",
          "only",
          "last");

  /** Names with a meaning of their own that nobody may declare. */
  public static final Set<String> BUILT_IN =
      Set.of("t", "year", "shortfall", "defaulted", "resource", "base");

  private Functions() {}
}
