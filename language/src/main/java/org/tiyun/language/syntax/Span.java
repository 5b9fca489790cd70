package org.tiyun.language.syntax;

import org.tiyun.words.Place;

/** A stretch of a file: from {@code start} up to {@code end}, in chars. */
public record Span(Source source, int start, int end) {

  public Place place() {
    return source.place(start, end);
  }

  /** From the start of this to the end of the other. */
  public Span to(Span other) {
    return new Span(source, start, Math.max(start, other.end));
  }

  public String text() {
    return source.text().substring(start, end);
  }
}
