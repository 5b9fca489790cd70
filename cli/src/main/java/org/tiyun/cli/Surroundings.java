package org.tiyun.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tiyun.view.text.FindingText;
import org.tiyun.view.text.Style;
import org.tiyun.words.Finding;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/**
 * What the command finds around it.
 *
 * @param out for data
 * @param err for talk
 * @param home the folder that holds {@code models}
 */
record Surroundings(
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Path home,
    boolean outIsTerminal,
    boolean errIsTerminal) {

  /** The language of the locale, looked up as POSIX says: the first of the three that is set. */
  Lang lang() {
    for (String name : new String[] {"TIYUN_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
      Optional<String> value = variable(name);
      if (value.isPresent()) {
        return value.get().startsWith("zh") ? Lang.ZH : Lang.EN;
      }
    }
    return Lang.EN;
  }

  /** Colour on a terminal, unless it is unwanted ({@code NO_COLOR}, see no-color.org). */
  Style style(boolean terminal, boolean unwanted) {
    return terminal && !unwanted && variable("NO_COLOR").isEmpty() ? Style.COLOUR : Style.PLAIN;
  }

  /** Shows findings to the person, beside the data. */
  void show(List<Finding> findings, Words words, boolean terse, boolean noColour) {
    FindingText text = new FindingText(words, style(errIsTerminal, noColour));
    if (terse) {
      err.print(text.terse(findings));
    } else if (findings.size() == 1) {
      err.print(text.of(findings.get(0)));
    } else if (!findings.isEmpty()) {
      err.print(text.of(findings));
    }
  }

  /** An environment variable; one that is set to nothing counts as absent. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}
