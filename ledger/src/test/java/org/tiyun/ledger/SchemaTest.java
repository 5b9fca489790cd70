package org.tiyun.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tiyun.words.Finding;

/** Any package is held to its own schema, whatever it is about. */
class SchemaTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"type\": \"number\"}|1.5e-3|-",
        "{\"type\": \"number\"}|1,5|E0421",
        "{\"type\": \"number\"}|0x1p3|E0421",
        "{\"type\": \"integer\"}|-12|-",
        "{\"type\": \"integer\"}|1.0|E0421",
        "{\"type\": \"boolean\"}|true|-",
        "{\"type\": \"boolean\"}|maybe|E0421",
        "{\"type\": \"date\"}|2024-02-29|-",
        "{\"type\": \"date\"}|2025-02-29|E0430",
        "{\"type\": \"date\"}|2025-02|E0430",
        "{\"type\": \"year\"}|2025|-",
        "{\"type\": \"year\"}|25|E0421",
        "{\"type\": \"yearmonth\"}|2025-12|-",
        "{\"type\": \"yearmonth\"}|2025-13|E0430",
        "{\"type\": \"datetime\"}|2025-02-30T00:00:00Z|E0421",
        "{\"constraints\": {\"minLength\": 2, \"maxLength\": 3}}|云计算|-",
        "{\"constraints\": {\"minLength\": 2, \"maxLength\": 3}}|梯|E0426",
        "{\"constraints\": {\"pattern\": \"[a-z]+\"}}|ab1|E0423",
        "{\"constraints\": {\"pattern\": \"(a+)+b\"}}|aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac|E0423",
        "{\"constraints\": {\"enum\": [\"north\", \"south\"]}}|Suoth|E0422",
        "{\"constraints\": {\"enum\": [\"north\", \"south\"]}}|west|E0432",
        "{\"type\": \"integer\", \"constraints\": {\"enum\": [1, 2]}}|02|-",
        "{\"type\": \"number\", \"constraints\": {\"minimum\": 0}}|-0.1|E0424",
        "{\"type\": \"number\", \"constraints\": {\"maximum\": 10}}|10.5|E0425",
        "{\"type\": \"number\", \"constraints\": {\"maximum\": 10}}|9|-",
        "{\"type\": \"date\", \"constraints\": {\"maximum\": \"2025-12-31\"}}|2026-01-01|E0425",
      })
  void aCellIsHeldToItsField(String field, String cell, String code) throws IOException {
    String described = "{\"name\": \"a\", " + field.substring(1);
    String quoted = "\"" + cell + "\"";
    Packages.small(
        folder,
        "t",
        "{\"fields\": [{\"name\": \"k\"}, " + described + "]}",
        "k,a\nx," + quoted + "\n");
    assertThat(Packages.findings(folder))
        .extracting(Finding::code)
        .isEqualTo(code.equals("-") ? List.of() : List.of(code));
  }

  @Test
  void missingValuesAreBlankCells() throws IOException {
    Packages.small(
        folder,
        "t",
        "{\"fields\": [{\"name\": \"a\", \"type\": \"number\"}, {\"name\": \"b\","
            + " \"constraints\": {\"required\": true}}], \"missingValues\": [\"\", \"NA\"]}",
        "a,b\nNA,x\n1,NA\n");
    assertThat(Packages.shown(folder)).containsExactly("E0420 t.csv:3 b");
  }

  @Test
  void keysAndReferencesOfSeveralColumnsAndToTheTableItself() throws IOException {
    Packages.write(
        folder,
        Map.of(
            "towns.csv", "country,town,near\nfr,paris,\nfr,lyon,paris\nfr,paris,\nde,bonn,kolen\n",
            "trips.csv", "id,country,town\n1,fr,lyon\n2,de,lyon\n3,,lyon\n3,fr,paris\n"),
        Packages.resource(
            "towns",
            "{\"fields\": [{\"name\": \"country\"}, {\"name\": \"town\"}, {\"name\": \"near\"}],"
                + " \"primaryKey\": [\"country\", \"town\"], \"foreignKeys\": [{\"fields\": \"near\","
                + " \"reference\": {\"resource\": \"\", \"fields\": \"town\"}}]}"),
        Packages.resource(
            "trips",
            "{\"fields\": [{\"name\": \"id\", \"constraints\": {\"unique\": true}},"
                + " {\"name\": \"country\"}, {\"name\": \"town\"}], \"foreignKeys\": [{\"fields\":"
                + " [\"country\", \"town\"], \"reference\": {\"resource\": \"towns\", \"fields\":"
                + " [\"country\", \"town\"]}}]}"));
    assertThat(Packages.shown(folder))
        .containsExactly(
            "E0428 towns.csv:4 country",
            "E0433 towns.csv:5 near",
            "E0429 trips.csv:3 country",
            "E0427 trips.csv:5 id");
  }

  @Test
  void aPackageWithoutDealsIsALedgerWithoutDeals() throws IOException {
    Packages.small(
        folder,
        "series",
        "{\"fields\": []}",
        "entity,metric,period,value,unit,basis,source_url,source_publisher,source_date,grade\n"
            + "land,revenue,2023,5.8,cny_b,cash,https://a.example/x,P,2024-01,A\n"
            + "land,rate,2024-01/2024-06,-2.81,percent,new,https://a.example/x,P,2024,C\n");
    Ledger ledger = LedgerReader.read(folder).ledger().orElseThrow();
    assertThat(Packages.findings(folder)).isEmpty();
    assertThat(ledger.series()).hasSize(2);
    assertThat(ledger.deals()).isEmpty();
    assertThat(ledger.flows()).isEmpty();
    assertThat(ledger.series().get(1).row())
        .isEqualTo(new RowRef("series.csv", 3, "land/rate/2024-01/2024-06"));
  }

  @Test
  void aTableThatTheLedgerDoesNotKnowIsKeptAsText() throws IOException {
    Packages.small(
        folder, "weather", "{\"fields\": [{\"name\": \"day\"}]}", "day\nMonday\n\nFriday\n");
    DataTable table = LedgerReader.read(folder).ledger().orElseThrow().tables().get(0);
    assertThat(table.columns()).containsExactly("day");
    assertThat(table.rows()).containsExactly(List.of("Monday"), List.of("Friday"));
    assertThat(table.lines()).containsExactly(2, 4);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-13,E0430",
    "2025-02-30,E0430",
    "2025Q5,E0430",
    "2025-06/2025-01,E0430",
    "2025Q4,-",
    "2025-Q1,-",
    "2024/2025,-"
  })
  void aPeriodExistsInTheCalendar(String period, String code) throws IOException {
    Packages.small(
        folder,
        "series",
        "{\"fields\": []}",
        "entity,metric,period,value,unit,source_url,grade\na,m,"
            + period
            + ",1,gw,https://a.example/x,A\n");
    assertThat(Packages.findings(folder))
        .extracting(Finding::code)
        .isEqualTo(code.equals("-") ? List.of() : List.of(code));
  }
}
