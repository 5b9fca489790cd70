package org.tiyun.words;

import java.util.Locale;

/** The languages that Tiyun speaks. Both are equals: a text missing in one fails the build. */
public enum Lang {
  EN,
  ZH;

  /** The language of a locale: Chinese for any {@code zh}, English for everything else. */
  public static Lang of(Locale locale) {
    return locale.getLanguage().equals("zh") ? ZH : EN;
  }

  /** The tag used in file names, flags and the {@code lang} attribute of pages. */
  public String tag() {
    return this == ZH ? "zh" : "en";
  }
}
