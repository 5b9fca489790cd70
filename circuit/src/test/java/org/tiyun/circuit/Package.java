package org.tiyun.circuit;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.tiyun.ledger.Basis;
import org.tiyun.ledger.ControlTotal;
import org.tiyun.ledger.Deal;
import org.tiyun.ledger.FlowCell;
import org.tiyun.ledger.Grade;
import org.tiyun.ledger.RowRef;
import org.tiyun.ledger.Source;

/** The shipped package's tables, read plainly for tests of the circuit alone. */
public final class Package {
  private static final Path FOLDER = Path.of("..", "models", "ai-2025");

  private Package() {}

  public static List<FlowCell> flows() {
    return rows(
        "flows.csv",
        r ->
            new FlowCell(
                Integer.parseInt(r.getField("year")),
                r.getField("payer"),
                r.getField("payee"),
                r.getField("kind"),
                number(r, "value"),
                number(r, "low"),
                number(r, "high"),
                Basis.valueOf(upper(r, "basis")),
                Grade.valueOf(r.getField("grade")),
                source(r),
                r.getField("note"),
                row(
                    "flows.csv",
                    r,
                    r.getField("year"),
                    r.getField("payer"),
                    r.getField("payee"),
                    r.getField("kind"))));
  }

  public static List<ControlTotal> totals() {
    return rows(
        "totals.csv",
        r ->
            new ControlTotal(
                Integer.parseInt(r.getField("year")),
                r.getField("entity"),
                r.getField("item"),
                r.getField("side").equals("in"),
                number(r, "value"),
                number(r, "low"),
                number(r, "high"),
                Basis.valueOf(upper(r, "basis")),
                Grade.valueOf(r.getField("grade")),
                source(r),
                r.getField("note"),
                !r.getField("note").startsWith("information only"),
                row(
                    "totals.csv",
                    r,
                    r.getField("year"),
                    r.getField("entity"),
                    r.getField("item"))));
  }

  public static List<Deal> deals() {
    return rows(
        "deals.csv",
        r ->
            new Deal(
                r.getField("id"),
                r.getField("announced"),
                r.getField("kind"),
                r.getField("payer"),
                r.getField("payee"),
                r.getField("amount_usd_b").isBlank()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(number(r, "amount_usd_b")),
                text(r, "amount_basis"),
                Deal.Stage.valueOf(upper(r, "stage")),
                Deal.Settlement.valueOf(upper(r, "settlement")),
                text(r, "start"),
                text(r, "end"),
                Deal.Scope.valueOf(upper(r, "scope")),
                text(r, "part_of"),
                r.getField("terms"),
                source(r)
                    .orElse(
                        new Source(
                            Optional.empty(), "", Optional.empty(), Grade.D, Optional.empty())),
                row("deals.csv", r, r.getField("id"))));
  }

  private static <T> List<T> rows(String file, Function<NamedCsvRecord, T> reader) {
    try (var csv = CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(file))) {
      return csv.stream().map(reader).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RowRef row(String file, NamedCsvRecord r, String... key) {
    return new RowRef(file, Math.toIntExact(r.getStartingLineNumber()), String.join("/", key));
  }

  private static Optional<Source> source(NamedCsvRecord r) {
    return text(r, "source_url")
        .map(url ->
            new Source(
                Optional.of(url),
                r.getField("source_publisher"),
                text(r, "source_date"),
                Grade.valueOf(r.getField("grade")),
                Optional.empty()));
  }

  private static Optional<String> text(NamedCsvRecord r, String field) {
    return Optional.of(r.getField(field)).filter(s -> !s.isBlank());
  }

  private static double number(NamedCsvRecord r, String field) {
    return Double.parseDouble(r.getField(field));
  }

  private static String upper(NamedCsvRecord r, String field) {
    return r.getField(field).toUpperCase(Locale.ROOT);
  }
}
