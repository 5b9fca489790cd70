package org.tiyun.cli;

import java.util.List;
import java.util.Optional;
import org.tiyun.words.Finding;
import org.tiyun.words.Nearest;
import org.tiyun.words.Words;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What picocli could not understand, as a finding of ours. */
final class UsageFault {
  private UsageFault() {}

  static Finding of(ParameterException fault, Words words) {
    boolean atRoot = fault.getCommandLine().getParent() == null;
    String command = atRoot ? "" : " " + fault.getCommandLine().getCommandName();
    Finding finding =
        switch (fault) {
          case UnmatchedArgumentException unmatched -> unmatched(unmatched, atRoot, words, command);
          case MissingParameterException missing ->
              Finding.error("E0112").with("what", named(missing.getMissing()));
          default ->
              Finding.error("E0113")
                  .with("value", text(fault.getValue()))
                  .with("option", fault.getArgSpec() == null ? "?" : named(fault.getArgSpec()));
        };
    return finding.with("command", "tiyun" + command);
  }

  private static Finding unmatched(
      UnmatchedArgumentException fault, boolean atRoot, Words words, String command) {
    String first = fault.getUnmatched().get(0);
    String code = fault.isUnknownOption() ? "E0111" : atRoot ? "E0110" : "E0119";
    Optional<String> near = Nearest.among(first, fault.getSuggestions());
    String hint =
        near.isEmpty() || code.equals("E0119")
            ? words.say("cli.hint.help", "command", "tiyun" + command)
            : words.say("cli.hint.near", "near", near.get());
    return Finding.error(code).with("word", first).with("hint", hint);
  }

  private static String named(List<ArgSpec> missing) {
    return String.join(", ", missing.stream().map(UsageFault::named).toList());
  }

  private static String named(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String text(Object value) {
    return String.valueOf(value);
  }
}
