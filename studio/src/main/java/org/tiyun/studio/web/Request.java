package org.tiyun.studio.web;

import java.util.List;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/**
 * A request as the answering code sees it.
 *
 * @param path its parts, decoded; none is empty, {@code .} or {@code ..}
 * @param lang in which to speak: the parameter {@code lang}, else what the browser prefers
 * @param body empty for a GET
 */
public record Request(String method, List<String> path, Query query, Lang lang, byte[] body) {

  /** The request of a browser that comes for the first time. */
  public static Request first(Lang lang) {
    return new Request("GET", List.of(), Query.parse(""), lang, new byte[0]);
  }

  public Words words() {
    return Words.in(lang);
  }

  public boolean post() {
    return method.equals("POST");
  }
}
