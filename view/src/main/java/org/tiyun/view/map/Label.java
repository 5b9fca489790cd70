package org.tiyun.view.map;

/**
 * A text with its place.
 *
 * @param box what it covers, as far as can be guessed without a font
 * @param mark a footnote's mark after the text, or empty
 */
record Label(String text, String mark, Box box) {}
