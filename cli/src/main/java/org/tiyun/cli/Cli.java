package org.tiyun.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/**
 * One call of {@code tiyun}, from arguments to exit code. The three calls that need no command
 * (none, {@code --help}, {@code --version}) are answered here, from the catalogue alone, so that
 * they come at once.
 */
final class Cli {
  private final Surroundings around;

  Cli(Surroundings around) {
    this.around = around;
  }

  int run(String... arguments) {
    List<String> given = List.of(arguments);
    LangOption lang = LangOption.in(given);
    Words words = Words.in(lang.chosen().orElseGet(around::lang));
    try {
      if (lang.faulty().isPresent()) {
        throw new Failure(Finding.error("E0114").with("value", lang.faulty().get()));
      }
      return answer(lang.rest(), words).orElseGet(() -> CommandRun.run(around, words, given));
    } catch (Failure failure) {
      show(failure.findings(), words, given);
      return ExitCode.of(failure.findings());
    } catch (OutOfMemoryError _) {
      long most = Runtime.getRuntime().maxMemory() >> 20;
      show(List.of(Finding.error("E0198").with("memory", most)), words, given);
      return ExitCode.MODEL_FAILED;
    } catch (RuntimeException | StackOverflowError fault) {
      Finding ours =
          Finding.error("E0199").with("fault", fault.toString().lines().findFirst().orElse(""));
      show(List.of(ours), words, given);
      if (given.contains("--trace")) {
        fault.printStackTrace(around.err());
      }
      return ExitCode.MODEL_FAILED;
    }
  }

  private void show(List<Finding> findings, Words words, List<String> given) {
    around.show(findings, words, given.contains("--terse"), given.contains("--no-color"));
  }

  private Optional<Integer> answer(List<String> rest, Words words) {
    if (rest.isEmpty()) {
      around.out().print(Help.examples(words));
    } else if (rest.size() == 1 && List.of("--help", "-h", "help").contains(rest.get(0))) {
      around.out().print(Help.overview(words));
    } else if (rest.equals(List.of("--version"))) {
      around.out().println("tiyun " + Version.current());
    } else {
      return Optional.empty();
    }
    return Optional.of(ExitCode.FINE);
  }

  /**
   * The language option, found before anything else is read: it decides how everything else is
   * said.
   *
   * @param rest the arguments without it
   * @param faulty a value that is no language of ours
   */
  private record LangOption(Optional<Lang> chosen, Optional<String> faulty, List<String> rest) {
    static LangOption in(List<String> arguments) {
      for (int i = 0; i < arguments.size(); i++) {
        String argument = arguments.get(i);
        if (argument.startsWith("--lang=")) {
          return of(argument.substring("--lang=".length()), arguments, i, i + 1);
        }
        if (argument.equals("--lang") && i + 1 < arguments.size()) {
          return of(arguments.get(i + 1), arguments, i, i + 2);
        }
      }
      return new LangOption(Optional.empty(), Optional.empty(), arguments);
    }

    private static LangOption of(String value, List<String> arguments, int from, int to) {
      List<String> rest = new ArrayList<>(arguments.subList(0, from));
      rest.addAll(arguments.subList(to, arguments.size()));
      return switch (value) {
        case "en" -> new LangOption(Optional.of(Lang.EN), Optional.empty(), rest);
        case "zh" -> new LangOption(Optional.of(Lang.ZH), Optional.empty(), rest);
        default -> new LangOption(Optional.empty(), Optional.of(value), rest);
      };
    }
  }
}
