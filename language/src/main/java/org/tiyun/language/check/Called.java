package org.tiyun.language.check;

/**
 * What a model or scenario is called. A name in a text cannot hold a dash, the name of its file
 * can: where they differ by dashes alone it is called as its file is, which is what a reader types.
 */
final class Called {
  private static final String ENDING = ".tiyun";

  private Called() {}

  static String by(String file, String word) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    String stem = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    return word(stem).equals(word) ? stem : word;
  }

  /** As a text writes it. */
  static String word(String called) {
    return called.replace('-', '_');
  }
}
