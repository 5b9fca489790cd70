package org.tiyun.studio.api;

import java.util.ArrayList;
import java.util.List;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Books;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.studio.web.Query;
import org.tiyun.study.run.ModelRun;
import org.tiyun.view.json.JsonObject;

/** One party's books in a run: every flow it takes part in, and its money. */
final class BooksAnswer {
  private BooksAnswer() {}

  private record Row(Books.Flow flow, boolean receives) {}

  static String json(RunQuery query, ModelRun answer, String party, String version) {
    Run run = answer.run();
    CheckedModel model = run.model();
    Books books = model.books();
    int sector = books.sectors().indexOf(party);
    if (sector < 0) {
      throw Query.wrong("party", party);
    }
    List<Row> rows = new ArrayList<>();
    for (Books.Flow flow : books.flows()) {
      boolean moves = false;
      for (double value : run.values()[flow.amount()]) {
        moves |= value != 0;
      }
      if (moves && (flow.payer() == sector || flow.payee() == sector)) {
        rows.add(new Row(flow, flow.payee() == sector));
      }
    }
    return JsonObject.compact(out -> {
      Hashes.put(out, query.opened(), version);
      out.put("party", party);
      List<String> periods = new ArrayList<>();
      for (int t = 0; t <= run.periods(); t++) {
        periods.add(model.calendar().label(t));
      }
      out.texts("periods", periods);
      out.objects(
          "rows",
          rows,
          (o, row) -> {
            double[] values = run.values()[row.flow().amount()].clone();
            values[0] = Double.NaN;
            for (int t = 1; t < values.length; t++) {
              values[t] = Rounded.of(row.receives() ? values[t] : -values[t]);
            }
            o.put("flow", row.flow().name().toString());
            o.put(
                "with",
                books.sectors().get(row.receives() ? row.flow().payer() : row.flow().payee()));
            o.put("where", row.flow().place().file() + ":" + row.flow().place().line());
            o.numbers("values", values);
          });
      books
          .settlement()
          .ifPresent(money -> {
            for (Books.Holding holding : books.claims().get(money).holdings()) {
              if (holding.sector() == sector) {
                out.numbers("money", Rounded.of(run.values()[holding.variable()]));
              }
            }
          });
    });
  }
}
