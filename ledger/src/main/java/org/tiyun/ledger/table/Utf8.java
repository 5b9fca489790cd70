package org.tiyun.ledger.table;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/** Turns bytes into text, and says where they are no UTF-8. */
final class Utf8 {
  /** The text without a byte-order mark; {@code damaged} where bytes are replaced by U+FFFD. */
  static final class Text {
    private final byte[] bytes;
    private final int start;
    private final boolean damaged;

    private Text(byte[] bytes, int start, boolean damaged) {
      this.bytes = bytes;
      this.start = start;
      this.damaged = damaged;
    }

    boolean damaged() {
      return damaged;
    }

    String text() {
      return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    }

    /** The same text, piece by piece: a large table is never in memory twice. */
    Reader reader() {
      return new InputStreamReader(
          new ByteArrayInputStream(bytes, start, bytes.length - start), StandardCharsets.UTF_8);
    }
  }

  private Utf8() {}

  static Text decode(String file, byte[] bytes, Findings findings) {
    findings.checked();
    int start =
        bytes.length >= 3
                && bytes[0] == (byte) 0xEF
                && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF
            ? 3
            : 0;
    int bad = firstBad(bytes, start);
    if (bad < 0) {
      return new Text(bytes, start, false);
    }
    int line = 1;
    int lineStart = start;
    for (int i = start; i < bad; i++) {
      if (bytes[i] == '\n'
          || (bytes[i] == '\r' && (i + 1 >= bytes.length || bytes[i + 1] != '\n'))) {
        line++;
        lineStart = i + 1;
      }
    }
    Place place =
        new Place(file, line, 0, 0, java.util.Optional.empty(), java.util.Optional.empty());
    findings.add(
        Finding.error("E0410", place)
            .with("line", line)
            .with("byte", bad - lineStart + 1)
            .with("offset", bad + 1)
            .with("hex", String.format(java.util.Locale.ROOT, "%02X", bytes[bad])));
    return new Text(bytes, start, true);
  }

  /** Position of the first byte that no character of UTF-8 has in this place, or -1. */
  private static int firstBad(byte[] bytes, int start) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(8192);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (result.isError()) {
        return in.position();
      }
      if (result.isUnderflow()) {
        return -1;
      }
      out.clear();
    }
  }
}
