package org.tiyun.cli;

import java.util.Locale;

/**
 * The commands, in the order of the help: those of every day first, the rest under "more". A new
 * command is a class, a line here, and its texts in the catalogue.
 */
enum Verb {
  REPORT(true),
  MAP(true),
  RUN(true),
  BRAKE(true),
  TWIN(true),
  SERVE(true),
  BACKTEST(false),
  VERDICT(false),
  BELIEVE(false),
  QUANTITIES(false),
  ABLATE(false),
  SOURCES(false),
  ACCOUNTS(false),
  FOLLOW(false),
  CASCADE(false),
  MATRIX(false),
  CHECK(false),
  EXPLAIN(false);

  private final boolean everyday;

  Verb(boolean everyday) {
    this.everyday = everyday;
  }

  boolean everyday() {
    return everyday;
  }

  /** As it is typed. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A new command to be filled from the arguments; nothing of it is loaded before. */
  Task task() {
    return switch (this) {
      case REPORT -> new ReportTask();
      case MAP -> new MapTask();
      case RUN -> new RunTask();
      case BRAKE -> new BrakeTask();
      case TWIN -> new TwinTask();
      case SERVE -> new ServeTask();
      case BACKTEST -> new BacktestTask();
      case VERDICT -> new VerdictTask();
      case BELIEVE -> new BelieveTask();
      case QUANTITIES -> new QuantitiesTask();
      case ABLATE -> new AblateTask();
      case SOURCES -> new SourcesTask();
      case ACCOUNTS -> new AccountsTask();
      case FOLLOW -> new FollowTask();
      case CASCADE -> new CascadeTask();
      case MATRIX -> new MatrixTask();
      case CHECK -> new CheckTask();
      case EXPLAIN -> new ExplainTask();
    };
  }
}
