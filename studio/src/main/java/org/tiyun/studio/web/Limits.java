package org.tiyun.studio.web;

/** What one request may cost, so that one page cannot starve the rest. */
public final class Limits {
  /** Bytes of a body. */
  public static final int BODY = 1 << 20;

  /** Characters of a path, and of a query. */
  public static final int PATH = 1024;

  public static final int QUERY = 16 << 10;

  /** Settings of one run. */
  public static final int SETTINGS = 200;

  /** Periods of one run. */
  public static final int PERIODS = 400;

  /** Futures of one ensemble. */
  public static final int PATHS = 20_000;

  /** Runs and checks at the same time for each core; the rest wait in line. */
  public static final int RUNS_PER_CORE = 1;

  /** Ensembles at the same time. */
  public static final int ENSEMBLES = 2;

  /** Studies of seconds at the same time: verdict, believe, limits, backtest, twin. */
  public static final int STUDIES = 2;

  /** Futures in a cell of a map of beliefs: 9,408 in a map of 147 cells. */
  public static final int DRAWS_A_CELL = 64;

  /** Futures of each model of a twin. */
  public static final int TWIN_DRAWS = 100;

  /** Requests in work or in line; more are turned away at once. */
  public static final int REQUESTS = 512;

  /** Seconds that work may wait in line before it is turned away. */
  public static final int LINE_SECONDS = 10;

  /** Seconds that an answer may be computed. */
  public static final int WORK_SECONDS = 60;

  /** Seconds after which an answer begins before it is known: see {@link SlowAnswer}. */
  public static final int WHOLE_SECONDS = 3;

  /** Seconds that a request may take to arrive. */
  public static final int REQUEST_SECONDS = 30;

  /** Seconds that an answer may take to be read. */
  public static final int ANSWER_SECONDS = 120;

  /** Seconds that an ensemble may take. */
  public static final int ENSEMBLE_SECONDS = 60;

  private Limits() {}
}
