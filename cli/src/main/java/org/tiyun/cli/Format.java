package org.tiyun.cli;

/** The forms in which an answer can be had. */
enum Format {
  TEXT,
  JSON,
  CSV
}
