package org.tiyun.view.text;

/** Colours of a terminal, or none. */
public enum Style {
  PLAIN,
  COLOUR;

  public String bold(String text) {
    return with("1", text);
  }

  public String dim(String text) {
    return with("2", text);
  }

  public String red(String text) {
    return with("1;31", text);
  }

  public String yellow(String text) {
    return with("1;33", text);
  }

  public String blue(String text) {
    return with("34", text);
  }

  private String with(String code, String text) {
    return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
