package org.tiyun.view.text;

import java.util.List;
import java.util.Optional;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;
import org.tiyun.words.Severity;
import org.tiyun.words.Words;

/**
 * Findings for people: the message first, then its place with the line of text and a caret, the
 * steps that led there, and what to do.
 */
public record FindingText(Words words, Style style) {
  private static final int LONGEST_LINE = 200;
  private static final int MOST = 100;

  /**
   * A block for each of the first hundred, blank lines between them, and a last line that counts.
   */
  public String of(List<Finding> findings) {
    StringBuilder out = new StringBuilder();
    for (Finding finding : findings.subList(0, Math.min(MOST, findings.size()))) {
      out.append(of(finding)).append('\n');
    }
    if (findings.size() > MOST) {
      out.append(words.say("view.findings.more", "more", findings.size() - MOST)).append('\n');
    }
    return out.append(count(findings)).append('\n').toString();
  }

  /** One line for each finding: {@code file:line:column: error[E0214]: message}. */
  public String terse(List<Finding> findings) {
    StringBuilder out = new StringBuilder();
    for (Finding finding : findings) {
      finding.place().ifPresent(place -> out.append(address(place)).append(": "));
      out.append(head(finding)).append('\n');
    }
    return out.toString();
  }

  /** The block of one finding. */
  public String of(Finding finding) {
    StringBuilder out = new StringBuilder(head(finding)).append('\n');
    finding.place().ifPresent(place -> place(out, place));
    for (Finding.Because because : finding.because()) {
      out.append("  = ").append(words.say(because.key(), because.values())).append('\n');
      because.place().ifPresent(place -> place(out, place));
    }
    finding
        .help(words)
        .ifPresent(help ->
            out.append(style.blue(words.text("help"))).append(": ").append(help).append('\n'));
    return out.toString();
  }

  private String head(Finding finding) {
    boolean error = finding.severity() == Severity.ERROR;
    String kind = words.text(error ? "error" : "warning") + "[" + finding.code() + "]";
    return (error ? style.red(kind) : style.yellow(kind))
        + ": "
        + style.bold(finding.message(words));
  }

  private String count(List<Finding> findings) {
    long errors = findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
    return words.say("view.findings", "errors", errors, "warnings", findings.size() - errors);
  }

  private String address(Place place) {
    String lines = place.line() > 0 ? ":" + place.line() : "";
    return place.file()
        + lines
        + (place.line() > 0 && place.column() > 0 ? ":" + place.column() : "");
  }

  private void place(StringBuilder out, Place place) {
    out.append("  --> ").append(address(place));
    place.field().ifPresent(field -> out.append(words.say("view.column", "column", field)));
    out.append('\n');
    Optional<String> line =
        place.sourceLine().filter(text -> !text.isEmpty() && place.column() > 0);
    if (line.isEmpty()) {
      return;
    }
    String number = Integer.toString(place.line());
    String margin = " ".repeat(number.length());
    int[] signs = line.get().codePoints().limit(1_000_000).toArray();
    int at = Math.min(place.column() - 1, signs.length);
    // A very long line is shown around its caret.
    int from = at > LONGEST_LINE / 2 && signs.length > LONGEST_LINE ? at - LONGEST_LINE / 2 : 0;
    int to = Math.min(signs.length, from + LONGEST_LINE);
    out.append(margin).append(" |\n");
    out.append(number).append(" | ").append(shown(signs, from, to)).append('\n');
    int underlined = Math.max(1, Columns.of(shown(signs, at, Math.min(to, at + place.length()))));
    out.append(margin).append(" | ").append(" ".repeat(Columns.of(shown(signs, from, at))));
    out.append(style.red("^".repeat(underlined))).append('\n');
  }

  /**
   * A stretch of a line with tabs, other controls and signs that turn the direction of writing as
   * blanks, so that the caret stands right and nobody is misled.
   */
  private static String shown(int[] signs, int from, int to) {
    StringBuilder out = new StringBuilder();
    for (int i = from; i < to; i++) {
      boolean unseen =
          Character.isISOControl(signs[i]) || Character.getType(signs[i]) == Character.FORMAT;
      out.appendCodePoint(unseen ? ' ' : signs[i]);
    }
    return out.toString();
  }
}
