package org.tiyun.view.report;

import org.tiyun.view.matrix.MatrixTable;

/** A matrix of sectors as an HTML page of its own. */
public final class MatrixPage {
  private MatrixPage() {}

  public static String of(MatrixTable table, String modelTitle, String lang) {
    Html html = new Html();
    html.raw("<!DOCTYPE html>\n<html lang=\"" + Html.escape(lang) + "\">\n<head>\n");
    html.raw("<meta charset=\"utf-8\">\n").text("title", modelTitle);
    html.raw(
        "<style>body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}"
            + "caption{text-align:left;font-weight:bold;padding-bottom:.5em}"
            + "th,td{border-bottom:1px solid #ccc;padding:.25em .75em}"
            + "th{text-align:left}.n{text-align:right}</style>\n</head>\n<body>\n");
    html.text("h1", modelTitle);
    html.table(table.title(), 1, table.head(), table.rows());
    return html.raw("</body>\n</html>\n").toString();
  }
}
