package org.tiyun.cli;

import java.util.ArrayList;
import java.util.List;
import org.tiyun.words.Failure;
import org.tiyun.words.Words;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads the arguments, finds the command and runs it. */
final class CommandRun {
  private CommandRun() {}

  /**
   * Runs the command that the arguments name.
   *
   * @throws Failure E011x for arguments that cannot be understood, or whatever the command found
   */
  static int run(Surroundings around, Words words, List<String> arguments) {
    CommonOptions options = new CommonOptions();
    CommandLine root = new CommandLine(options);
    for (Verb verb : Verb.values()) {
      root.addSubcommand(verb.word(), verb.task());
    }
    root.setResourceBundle(new WordsBundle(words));
    root.setUsageHelpWidth(90);
    root.getSubcommands().values().forEach(CommandRun::laidOut);
    ParseResult parsed = parse(root, words, helpFirst(arguments));
    if (!parsed.hasSubcommand()) {
      around.out().print(Help.overview(words));
      return options.help ? ExitCode.FINE : ExitCode.USAGE;
    }
    CommandLine chosen = parsed.subcommand().commandSpec().commandLine();
    if (options.help) {
      around.out().print(chosen.getUsageMessage(Ansi.OFF));
      return ExitCode.FINE;
    }
    Task task = chosen.getCommand();
    return task.run(new Session(around, options, words, chosen.getCommandName()));
  }

  private static void laidOut(CommandLine command) {
    command.getCommandSpec().usageMessage().abbreviateSynopsis(true).sortOptions(false);
  }

  private static ParseResult parse(CommandLine root, Words words, List<String> arguments) {
    try {
      return root.parseArgs(arguments.toArray(String[]::new));
    } catch (ParameterException e) {
      throw new Failure(UsageFault.of(e, words));
    }
  }

  /** {@code tiyun help check} is {@code tiyun check --help}. */
  private static List<String> helpFirst(List<String> arguments) {
    if (arguments.size() < 2 || !arguments.get(0).equals("help")) {
      return arguments;
    }
    List<String> turned = new ArrayList<>(arguments.subList(1, arguments.size()));
    turned.add("--help");
    return turned;
  }
}
