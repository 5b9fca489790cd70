package org.tiyun.view.map;

import java.util.Locale;

/** Writes SVG elements; texts are escaped, numbers have at most one decimal. */
final class Svg {
  private final StringBuilder out = new StringBuilder();

  /** Adds markup as it is. */
  Svg raw(String markup) {
    out.append(markup);
    return this;
  }

  /** An element without content; attributes as name, value, name, value. */
  Svg leaf(String name, Object... attributes) {
    open(name, attributes);
    out.setLength(out.length() - 1);
    out.append("/>\n");
    return this;
  }

  Svg open(String name, Object... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ')
          .append(attributes[i])
          .append("=\"")
          .append(value(attributes[i + 1]))
          .append('"');
    }
    out.append('>');
    return this;
  }

  Svg close(String name) {
    out.append("</").append(name).append(">\n");
    return this;
  }

  Svg text(String content, Object... attributes) {
    return open("text", attributes).raw(escape(content)).close("text");
  }

  private static String value(Object value) {
    return switch (value) {
      case Double number -> number(number);
      case Point point -> number(point.x()) + "," + number(point.y());
      default -> escape(value.toString());
    };
  }

  /** At most one decimal, the same everywhere. */
  static String number(double value) {
    long tenths = Math.round(value * 10);
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
  }

  static String path(Curve curve) {
    return String.format(
        Locale.ROOT,
        "M%s,%sQ%s,%s %s,%s",
        number(curve.start().x()),
        number(curve.start().y()),
        number(curve.control().x()),
        number(curve.control().y()),
        number(curve.end().x()),
        number(curve.end().y()));
  }

  /** Text as character data and attribute value; what XML forbids becomes a space. */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(letter -> {
          switch (letter) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(allowed(letter) ? letter : ' ');
          }
        });
    return safe.toString();
  }

  private static boolean allowed(int letter) {
    return letter >= 0x20
            && letter != 0x7F
            && !(letter >= 0xD800 && letter <= 0xDFFF)
            && letter < 0xFFFE
        || letter >= 0x10000;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
