package org.tiyun.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tiyun.ledger.columns.Column;
import org.tiyun.ledger.columns.ColumnFiles;
import org.tiyun.ledger.columns.ColumnWriter;
import org.tiyun.study.open.Home;
import org.tiyun.view.text.Style;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/** One call of a command: what it was told about language and form, and where its answer goes. */
final class Session {
  private final Surroundings around;
  private final CommonOptions options;
  private final Words words;
  private final String command;

  Session(Surroundings around, CommonOptions options, Words words, String command) {
    this.around = around;
    this.options = options;
    this.words = words;
    this.command = command;
  }

  Words words() {
    return words;
  }

  Lang lang() {
    return words.lang();
  }

  /** Where the shipped models and ledgers are found by name. */
  Home home() {
    return new Home(around.home());
  }

  /** How the answer may look: plain for a file, a pipe, or a person who wants it so. */
  Style style() {
    return options.output.isPresent()
        ? Style.PLAIN
        : around.style(around.outIsTerminal(), options.noColor);
  }

  /**
   * The form that was asked for.
   *
   * @param offered besides text
   * @throws Failure E0118 where the command cannot give it
   */
  Format format(Set<Format> offered) {
    if (inColumns()) {
      throw new Failure(
          Finding.error("E0118").with("command", command).with("option", "-o FILE.parquet"));
    }
    return chosen(offered);
  }

  /**
   * The same for a command whose table can also be written as Parquet: then it is CSV in {@link
   * #columns}.
   *
   * @throws Failure E0118 where the command cannot give it, E0122 where two forms are asked for
   */
  Format formatOrColumns(Set<Format> offered) {
    if (inColumns() && (options.json || options.csv)) {
      throw new Failure(
          Finding.error("E0122")
              .with("file", options.output.orElseThrow())
              .with("option", options.json ? "--json" : "--csv"));
    }
    return inColumns() ? Format.CSV : chosen(offered);
  }

  private Format chosen(Set<Format> offered) {
    Format asked = options.json ? Format.JSON : options.csv ? Format.CSV : Format.TEXT;
    if (asked != Format.TEXT && !offered.contains(asked)) {
      throw new Failure(
          Finding.error("E0118")
              .with("command", command)
              .with("option", asked == Format.JSON ? "--json" : "--csv"));
    }
    return asked;
  }

  /** Whether the file of {@code -o} says by its name that it holds a table column by column. */
  boolean inColumns() {
    return options.output.filter(ColumnFiles::named).isPresent();
  }

  /** Gives the answer: to the file of {@code -o}, or to standard output. */
  void answer(String text) {
    if (options.output.isPresent()) {
      write(options.output.get(), text);
    } else {
      around.out().print(text);
    }
  }

  /** Gives an answer that is too long to be kept: it goes out while it is made. */
  void stream(Consumer<PrintStream> writing) {
    if (options.output.isPresent()) {
      OutputFile.stream(options.output.get(), options.force, writing);
    } else {
      writing.accept(around.out());
    }
  }

  /** Gives an answer as a table to the file of {@code -o}, column by column. */
  void columns(List<Column> columns, Consumer<ColumnWriter> writing) {
    Path file = options.output.orElseThrow();
    ColumnFiles format = ColumnFiles.of(file);
    OutputFile.made(
        file,
        options.force,
        part -> {
          try (ColumnWriter out = format.write(part, columns)) {
            writing.accept(out);
            out.finish();
          }
        });
  }

  /** Whether whoever read standard output has gone, as {@code head} does when it has enough. */
  boolean readerIsGone() {
    return around.out().checkError();
  }

  /** A line of the answer that stands in the terminal also where the answer itself is a file. */
  void tell(String text) {
    around.out().println(text);
  }

  /** Lets the person see what was told while the command goes on. */
  void flush() {
    around.out().flush();
  }

  /** Writes a file of the answer as a whole or not at all; never over another without --force. */
  void write(Path file, String text) {
    OutputFile.write(file, text, options.force);
  }

  /** A line for the person at the terminal, beside the data. */
  void say(String key, Object... namesAndValues) {
    around.err().println(words.say(key, namesAndValues));
  }

  /** Shows findings to the person, on standard error. */
  void show(List<Finding> findings) {
    around.show(findings, words, options.terse, options.noColor);
  }

  /** Where the answer goes if the user named a file. */
  Optional<Path> output() {
    return options.output;
  }

  /**
   * Tells on a terminal, after two seconds, what is being waited for and how far it is; close it
   * when done.
   */
  Progress progress(String key) {
    return progress(part -> said(words.text(key), part));
  }

  /** The same where what is being waited for changes; asked once a second. */
  Progress progress(Function<Progress.Part, String> doing) {
    return around.errIsTerminal() ? Progress.start(around.err(), doing) : Progress.silent();
  }

  /** What is being done, at which stage, and how much of it. */
  String said(String what, Progress.Part part) {
    String where =
        part.stage().isEmpty()
            ? what
            : words.say("cli.progress.stage", "what", what, "stage", part.stage());
    return part.of() == 0
        ? where
        : words.say("cli.progress.part", "what", where, "done", part.done(), "of", part.of());
  }
}
