package org.tiyun.view.report;

import java.util.List;

/**
 * HTML being written. Text always goes through {@link #escape}, so that a name in a ledger cannot
 * become markup.
 */
final class Html {
  private final StringBuilder out = new StringBuilder();

  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
      }
    }
    return safe.toString();
  }

  /** Markup of our own making, as it is. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** An element that holds text only. */
  Html text(String element, String text) {
    out.append('<').append(element).append('>').append(escape(text));
    out.append("</").append(element).append(">\n");
    return this;
  }

  /** An element of a class that holds text only. */
  Html text(String element, String cssClass, String text) {
    out.append('<').append(element).append(" class=\"").append(cssClass).append("\">");
    out.append(escape(text)).append("</").append(element).append(">\n");
    return this;
  }

  /** A link where the address is one of the web, else plain text. */
  static String link(String url, String text) {
    boolean web = url.startsWith("https://") || url.startsWith("http://");
    return web
        ? "<a href=\"" + escape(url) + "\" rel=\"noopener noreferrer\">" + escape(text) + "</a>"
        : escape(text);
  }

  /**
   * A table with a caption; cells are text.
   *
   * @param words how many columns from the first on hold words; the rest are figures
   */
  Html table(String caption, int words, List<String> head, List<List<String>> rows) {
    return rawTable(
        caption,
        words,
        head,
        rows.stream().map(row -> row.stream().map(Html::escape).toList()).toList());
  }

  /** The same with cells that are markup already. */
  Html rawTable(String caption, int words, List<String> head, List<List<String>> rows) {
    out.append("<div class=\"scroll\" tabindex=\"0\"><table>\n<caption>").append(escape(caption));
    out.append("</caption>\n<thead><tr>");
    for (int i = 0; i < head.size(); i++) {
      out.append(i < words ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"n\">");
      out.append(escape(head.get(i))).append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows) {
      out.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        out.append(i == 0 ? "<th scope=\"row\">" : i < words ? "<td>" : "<td class=\"n\">");
        out.append(row.get(i)).append(i == 0 ? "</th>" : "</td>");
      }
      out.append("</tr>\n");
    }
    out.append("</tbody></table></div>\n");
    return this;
  }

  /** A part that is folded until a reader opens it. */
  Html folded(String summary, String markup) {
    out.append("<details><summary>").append(escape(summary)).append("</summary>\n");
    out.append(markup).append("</details>\n");
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
