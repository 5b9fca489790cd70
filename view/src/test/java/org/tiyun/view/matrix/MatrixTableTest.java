package org.tiyun.view.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.study.matrix.SectorMatrix;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.ModelRun;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.view.report.MatrixPage;
import org.tiyun.view.text.Columns;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/** Matrices of SIM and PC in every form, beside files that hold them. */
class MatrixTableTest {
  private static final Words EN = Words.in(Lang.EN);

  private static OpenModel open(String name) {
    return new ModelOpener(new Home(Path.of("").toAbsolutePath().getParent())).open(name);
  }

  private static SectorMatrix matrix(String name, String what) {
    OpenModel opened = open(name);
    if (!what.matches(".*\\d")) {
      return what.equals("balance")
          ? SectorMatrix.balance(opened.model())
          : SectorMatrix.flows(opened.model());
    }
    String label = what.replaceAll("\\D", "");
    Run run =
        ModelRun.of(opened, Plan.of(opened.model()), ScenarioChoice.base(), Optional.of(label), 1)
            .run();
    return what.startsWith("balance")
        ? SectorMatrix.balance(run, label)
        : SectorMatrix.flows(run, label);
  }

  private static String golden(String file) throws IOException {
    try (var in = MatrixTableTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "sim, flows",
    "sim, flows2",
    "sim, balance",
    "sim, balance2",
    "pc, flows",
    "pc, flows10",
    "pc, balance",
    "pc, balance10"
  })
  void text(String model, String what) throws IOException {
    SectorMatrix matrix = matrix(model, what);
    String plain = MatrixTable.of(matrix, MatrixTable.Signs.PLUS_MINUS, EN).text(EN);
    String accounts = MatrixTable.of(matrix, MatrixTable.Signs.DEBIT_CREDIT, EN).text(EN);
    assertThat(plain + "\n" + accounts).isEqualTo(golden(model + "-" + what + ".txt"));
  }

  @Test
  void chinese() {
    String text =
        MatrixTable.of(matrix("sim", "flows2"), MatrixTable.Signs.PLUS_MINUS, Words.in(Lang.ZH))
            .text(Words.in(Lang.ZH));
    assertThat(text).startsWith("交易流量矩阵（2）").contains("money 的变动", "合计");
  }

  @ParameterizedTest
  @CsvSource({"ai-loop", "chengtou", "telecom-2000"})
  void aWideMatrixComesInPartsThatFitATerminal(String model) {
    SectorMatrix matrix = matrix(model, "flows");
    String text = MatrixTable.of(matrix, MatrixTable.Signs.PLUS_MINUS, EN).text(EN);
    assertThat(text.lines()).allMatch(line -> Columns.of(line) <= 100);
    int sectors = matrix.sectors().size();
    assertThat(text).contains("sectors 1 to ", " to " + sectors + " of " + sectors + "\n");
    // Every sector heads one column, and every cell stands in one part.
    String words = " " + text.replaceAll("\\s+", " ");
    assertThat(matrix.sectors()).allMatch(s -> words.split(" " + s + " ", -1).length == 2);
    long cells =
        matrix.rows().stream().flatMap(r -> r.cells().stream()).filter(c -> !c.isEmpty()).count();
    assertThat(words.split(" [+\u2212±](?= )", -1).length - 1).isEqualTo((int) cells);
  }

  @Test
  void markdownCsvAndHtmlHoldTheSame() {
    SectorMatrix matrix = matrix("sim", "flows2");
    MatrixTable table = MatrixTable.of(matrix, MatrixTable.Signs.PLUS_MINUS, EN);
    assertThat(table.markdown())
        .contains("|  | households | firms | government | Sum |\n|---|---:|---:|---:|---:|\n")
        .contains("| Gs |  | +20.00 | \u221220.00 | 0 |\n");
    assertThat(MatrixData.csv(matrix))
        .startsWith("row,kind,households,firms,government,sum\nGs,flow,,20.0,-20.0,0.0\n");
    assertThat(MatrixData.csv(matrix("sim", "flows"))).contains("money,change,-,-,+,0.0\n");
    assertThat(MatrixPage.of(table, "SIM <1>", "en"))
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
        .contains("<title>SIM &lt;1&gt;</title>", "<td class=\"n\">+20.00</td>");
  }

  @Test
  void jsonNamesWhatItIs() {
    assertThat(MatrixData.json(matrix("pc", "balance10"), open("pc").model(), "1"))
        .contains("\"matrix\" : \"balance_sheet\"", "\"period\" : \"10\"", "\"kind\" : \"worth\"");
    assertThat(MatrixData.json(matrix("pc", "flows"), open("pc").model(), "1"))
        .contains("\"signs\" : [ \"-\", \"\", \"+\", \"-\" ]")
        .doesNotContain("\"period\"");
  }
}
