package org.tiyun.studio.web;

import java.util.List;
import org.tiyun.words.Finding;

/** The HTTP status of an answer that could not be given. */
final class Status {
  private Status() {}

  static int of(List<Finding> findings) {
    String code = findings.isEmpty() ? "" : findings.getFirst().code();
    return switch (code) {
      case "E0700", "E0604", "E0608", "E0708" -> 404;
      case "E0701" -> 403;
      case "E0702" -> 405;
      case "E0703" -> 413;
      case "E0706" -> 503;
      case "E0712" -> 500;
      case "E0713" -> 422;
      default -> code.startsWith("E03") ? 422 : 400;
    };
  }
}
