package org.tiyun.study.open;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/** Reads a file of text, strictly UTF-8. */
public final class TextFile {
  /** Far above any model; keeps a mistaken file from filling the memory. */
  private static final long LARGEST = 32L << 20;

  private TextFile() {}

  /**
   * The text of a file, without a byte-order mark.
   *
   * @throws Failure E0601 cannot be read, E0602 too large, E0603 not UTF-8
   */
  public static String read(Path path, String shown) {
    try {
      long size = Files.size(path);
      if (size > LARGEST) {
        throw new Failure(
            Finding.error("E0602", Place.of(shown))
                .with("size", size >> 20)
                .with("limit", LARGEST >> 20));
      }
      return decode(Files.readAllBytes(path), shown);
    } catch (IOException e) {
      throw new Failure(Finding.error("E0601", Place.of(shown)).with("file", shown));
    }
  }

  private static String decode(byte[] bytes, String shown) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) {
        if (bytes[i] == '\n') {
          line++;
        }
      }
      throw new Failure(
          Finding.error("E0603", Place.text(shown, line, 0, 0, "")).with("byte", in.position()));
    }
    String text = out.flip().toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
