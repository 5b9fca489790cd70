package org.tiyun.cli;

import java.util.Arrays;
import java.util.List;
import org.tiyun.words.Finding;
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
    List<String> near =
        fault.getSuggestions().stream().filter(other -> distance(first, other) <= 3).toList();
    String hint =
        near.isEmpty() || code.equals("E0119")
            ? words.say("cli.hint.help", "command", "tiyun" + command)
            : words.say("cli.hint.near", "near", near.get(0));
    return Finding.error(code).with("word", first).with("hint", hint);
  }

  /** Letters to change, add or leave out between two words (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
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
