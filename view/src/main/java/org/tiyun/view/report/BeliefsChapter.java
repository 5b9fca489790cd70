package org.tiyun.view.report;

import org.tiyun.study.believe.BelieveMap;
import org.tiyun.view.believe.BelieveDrawing;
import org.tiyun.view.text.VerdictText;

/** What one must believe for each outcome, as a map. */
final class BeliefsChapter {
  private BeliefsChapter() {}

  static String of(BelieveMap map, Speech speech) {
    Html html = new Html();
    html.text("h2", speech.say("view.believe.title"));
    html.text(
        "p", speech.say("report.beliefs.about", "draws", speech.figures().count(map.draws())));
    html.raw("<figure><div class=\"scroll drawn\" tabindex=\"0\">");
    html.raw(new BelieveDrawing(speech.words(), map.opened().terms()).inPage(map)).raw("</div>");
    html.text("figcaption", speech.say("view.believe.key")).raw("</figure>\n");
    VerdictText text = new VerdictText(speech.words(), map.opened());
    html.text("p", text.along(map)).text("p", text.ruled(map));
    return html.toString();
  }
}
