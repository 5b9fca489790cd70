package org.tiyun.words;

/** A word of the catalogue used as a value inside a message, so that it is translated with it. */
public record Term(String key) {}
