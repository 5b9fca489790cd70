package org.tiyun.studio.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An answer whole in memory.
 *
 * @param type media type
 * @param tag what stands for the content in an ETag, without quotes
 * @param policy the content security policy; the strict one unless said otherwise
 * @param file name to save under; empty where it is shown
 */
public record Answer(
    int status, String type, byte[] body, String tag, String policy, Optional<String> file) {
  /** Nothing but our own files: no inline script, no other site. */
  public static final String STRICT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  /**
   * A picture or report that carries its style in itself and has no script at all; our own page
   * shows the report in a frame.
   */
  public static final String STILL =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

  public static Answer json(String text) {
    return text(200, "application/json", text);
  }

  public static Answer text(int status, String type, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return new Answer(
        status, type + "; charset=utf-8", body, digest(body), STRICT, Optional.empty());
  }

  /** A picture or a page without script. */
  public static Answer still(String type, String text) {
    return text(200, type, text).policy(STILL);
  }

  public Answer policy(String other) {
    return new Answer(status, type, body, tag, other, file);
  }

  /** The same, to be saved under a name. */
  public Answer saved(String name) {
    return new Answer(status, type, body, tag, policy, Optional.of(name));
  }

  /** The first 16 hexadecimal digits of the SHA-256. */
  public static String digest(byte[] bytes) {
    try {
      byte[] full = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(full, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
