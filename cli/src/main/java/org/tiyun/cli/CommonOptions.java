package org.tiyun.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root of the command line: options that every command has, before or after its name. */
@Command(name = "tiyun")
final class CommonOptions {
  @Option(names = "--json", scope = ScopeType.INHERIT)
  boolean json;

  @Option(names = "--csv", scope = ScopeType.INHERIT)
  boolean csv;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      scope = ScopeType.INHERIT)
  Optional<Path> output = Optional.empty();

  @Option(names = "--force", scope = ScopeType.INHERIT)
  boolean force;

  @Option(names = "--lang", paramLabel = "en|zh", scope = ScopeType.INHERIT)
  Optional<String> lang = Optional.empty();

  @Option(names = "--no-color", scope = ScopeType.INHERIT)
  boolean noColor;

  @Option(names = "--terse", scope = ScopeType.INHERIT)
  boolean terse;

  @Option(names = "--trace", scope = ScopeType.INHERIT)
  boolean trace;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT)
  boolean help;
}
