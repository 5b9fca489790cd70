package org.tiyun.language.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tiyun.language.syntax.Source;
import org.tiyun.language.syntax.Statement;
import org.tiyun.language.syntax.StatementParser;
import org.tiyun.language.syntax.Unread;

/** The statements of a model in order, each include replaced by what it includes, once. */
final class Files {
  private final Map<String, String> files;
  private final Report report;
  private final List<Statement> statements = new ArrayList<>();
  private final List<String> order = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Source> sources = new HashMap<>();

  Files(Map<String, String> files, Report report) {
    this.files = files;
    this.report = report;
  }

  List<Statement> statements() {
    return statements;
  }

  /** Names of the files read, in include order: what the model's hash is made of. */
  List<String> order() {
    return order;
  }

  Source source(String name) {
    return sources.computeIfAbsent(name, n -> new Source(n, files.getOrDefault(n, "")));
  }

  /** Reads a file and what it includes; a file that is included twice counts once. */
  void read(String main) {
    // Without recursion: includes may be nested as deep as there are files.
    List<List<Statement>> open = new ArrayList<>();
    List<Integer> next = new ArrayList<>();
    open(main, open, next);
    while (!open.isEmpty()) {
      int top = open.size() - 1;
      int at = next.get(top);
      if (at == open.get(top).size()) {
        open.remove(top);
        next.remove(top);
        continue;
      }
      next.set(top, at + 1);
      Statement statement = open.get(top).get(at);
      if (!(statement instanceof Statement.Include include)) {
        statements.add(statement);
      } else if (!files.containsKey(include.file())) {
        report.error(
            "E0240",
            include.span(),
            "file",
            include.file(),
            "near",
            report.near(include.file(), files.keySet()));
        report.unread(Unread.ANYTHING);
      } else {
        open(include.file(), open, next);
      }
    }
  }

  private void open(String name, List<List<Statement>> open, List<Integer> next) {
    if (taken.add(name)) {
      order.add(name);
      StatementParser.Parsed parsed = StatementParser.model(source(name));
      parsed.findings().forEach(report::add);
      report.unread(parsed.unread());
      open.add(parsed.statements());
      next.add(0);
    }
  }
}
