package org.tiyun.language.syntax;

import java.util.Arrays;
import org.tiyun.words.Place;

/** The text of one file, and where its lines begin. */
public final class Source {
  /** A line longer than this is not quoted in a finding. */
  private static final int QUOTED = 1000;

  private final String name;
  private final String text;
  private final int[] lineStarts;

  public Source(String name, String text) {
    this.name = name;
    this.text = text;
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    this.lineStarts = Arrays.copyOf(starts, count);
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** The 1-based line of a position in the text. */
  public int line(int at) {
    int found = Arrays.binarySearch(lineStarts, at);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The place of a stretch of text; one that runs over several lines ends with its first line. */
  public Place place(int start, int end) {
    int line = line(start);
    int from = lineStarts[line - 1];
    int to = line < lineStarts.length ? lineStarts[line] - 1 : text.length();
    if (to > from && text.charAt(to - 1) == '\r') {
      to--;
    }
    int stop = Math.max(start, Math.min(end, to));
    int column = text.codePointCount(from, start) + 1;
    int length = Math.max(1, text.codePointCount(start, stop));
    if (to - from > QUOTED) {
      return new Place(
          name, line, column, length, java.util.Optional.empty(), java.util.Optional.empty());
    }
    return Place.text(name, line, column, length, text.substring(from, Math.max(from, to)));
  }
}
