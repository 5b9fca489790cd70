package org.tiyun.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tiyun explain CODE}: the page behind a finding; without a code, the list of all. */
@Command(name = "explain")
final class ExplainTask implements Task {
  private static final String MESSAGE = ".message";

  @Parameters(arity = "0..1", paramLabel = "CODE", descriptionKey = "CODE")
  Optional<String> code = Optional.empty();

  @Override
  public int run(Session session) {
    session.format(Set.of());
    Words words = session.words();
    session.answer(code.map(asked -> page(asked, words)).orElseGet(() -> list(words)));
    return ExitCode.FINE;
  }

  private static String page(String asked, Words words) {
    String code = asked.toUpperCase(Locale.ROOT);
    if (!words.has(code + MESSAGE)) {
      throw new Failure(Finding.error("E0115").with("code", asked));
    }
    StringBuilder page = new StringBuilder();
    page.append(code).append("  ").append(words.text(code + MESSAGE)).append('\n');
    if (words.has(code + ".explain")) {
      page.append('\n').append(words.text(code + ".explain")).append('\n');
    }
    if (words.has(code + ".help")) {
      page.append('\n').append(words.text("help")).append(": ");
      page.append(words.text(code + ".help")).append('\n');
    }
    return page.toString();
  }

  private static String list(Words words) {
    List<String> codes =
        words.keys().stream()
            .filter(key -> key.matches("E\\d{4}\\.message"))
            .map(key -> key.substring(0, key.length() - MESSAGE.length()))
            .toList();
    return codes.stream()
        .map(code -> code + "  " + words.text(code + MESSAGE) + "\n")
        .collect(Collectors.joining());
  }
}
