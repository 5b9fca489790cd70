package org.tiyun.study.open;

import org.tiyun.words.Lang;

/** A text in both languages. */
public record Bilingual(String en, String zh) {
  public String in(Lang lang) {
    return lang == Lang.ZH ? zh : en;
  }
}
