package org.tiyun.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tiyun.ledger.LedgerReader;
import org.tiyun.study.acceptance.Acceptance;
import org.tiyun.study.acceptance.AcceptanceResult;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.view.json.AcceptanceJson;
import org.tiyun.view.json.FindingsJson;
import org.tiyun.view.text.AcceptanceText;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tiyun check PATH...}: silent when all is well; without a path, all that is shipped. */
@Command(name = "check")
final class CheckTask implements Task {
  private static final String DESCRIPTOR = "datapackage.json";

  @Parameters(arity = "0..*", paramLabel = "PATH", descriptionKey = "PATH")
  List<String> paths = new ArrayList<>();

  @Option(names = "--acceptance", descriptionKey = "acceptance")
  boolean acceptance;

  @Override
  public int run(Session session) {
    return acceptance ? accept(session) : check(session);
  }

  /** Holds one model against its own tests; a test that fails is an answer, not a fault. */
  private int accept(Session session) {
    Format format = session.format(Set.of(Format.JSON));
    if (paths.size() != 1) {
      throw new Failure(Finding.error("E0676").with("count", paths.size()));
    }
    OpenModel opened = new ModelOpener(session.home()).open(paths.get(0));
    AcceptanceResult result;
    try (Progress _ = session.progress("cli.progress.run")) {
      result = Acceptance.of(opened, 1);
    }
    session.answer(
        format == Format.JSON
            ? AcceptanceJson.of(opened, result, Version.current())
            : new AcceptanceText(session.words(), opened).of(result));
    return ExitCode.FINE;
  }

  private int check(Session session) {
    Format format = session.format(Set.of(Format.JSON));
    List<Finding> findings = new ArrayList<>();
    try (Progress _ = session.progress("cli.progress.check")) {
      for (String path : paths.isEmpty() ? shipped(session.home()) : paths) {
        findings.addAll(check(path, session.home()));
      }
    }
    if (format == Format.JSON) {
      session.answer(FindingsJson.of(findings, session.words()));
    } else {
      session.show(findings);
    }
    return findings.isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
  }

  private static List<Finding> check(String name, Home home) {
    Path found = home.require(name);
    if (found.endsWith(DESCRIPTOR)) {
      Path folder = found.getParent();
      return LedgerReader.read(folder == null ? Path.of("") : folder).findings();
    }
    if (!isLedger(found)) {
      return new ModelOpener(home).tryOpen(name).findings();
    }
    List<Finding> findings = LedgerReader.read(found).findings();
    // A folder may hold a ledger and the model that reads it; a faulty ledger would be told twice.
    return findings.isEmpty() && holdsModel(found)
        ? new ModelOpener(home).tryOpen(name).findings()
        : findings;
  }

  private static boolean holdsModel(Path folder) {
    return Files.isRegularFile(
        folder.resolve(folder.toAbsolutePath().normalize().getFileName() + ".tiyun"));
  }

  /** A folder that holds no model is meant as a ledger, also where its descriptor is missing. */
  private static boolean isLedger(Path found) {
    if (!Files.isDirectory(found)) {
      return false;
    }
    return Files.exists(found.resolve(DESCRIPTOR)) || list(found, ".tiyun").isEmpty();
  }

  private static List<String> shipped(Home home) {
    return home.shipped().stream().map(Path::toString).toList();
  }

  private static List<Path> list(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(p -> p.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
