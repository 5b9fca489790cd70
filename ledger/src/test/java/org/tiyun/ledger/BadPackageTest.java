package org.tiyun.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tiyun.words.Finding;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/** What a user is told of a package that is broken, and what simply works. */
class BadPackageTest {
  private static final String DEAL =
      "mine-1,2025-03-01,loan,%s,%s,%s,total,%s,cash,%s,%s,%s,%s,B,a loan,%s,Somebody,%s,\n";

  @TempDir Path folder;

  private Path deals() {
    return folder.resolve("deals.csv");
  }

  /** The shipped package with one more deal, on line 290. */
  private void withDeal(
      String payer,
      String payee,
      String amount,
      String stage,
      String start,
      String end,
      String scope,
      String partOf,
      String url,
      String date)
      throws IOException {
    Packages.copy(folder);
    Packages.append(
        deals(), DEAL.formatted(payer, payee, amount, stage, start, end, scope, partOf, url, date));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // payer, payee, amount, stage, start, end, scope, part_of, url, date, finding
        "nvidia,openai,1,paid,,,flow,,https://a.example/x,2025-03-01,-",
        "nvidia,openai,1,payed,,,flow,,https://a.example/x,,E0422 deals.csv:290 stage",
        "nvidia,openai,1,xyzzy,,,flow,,https://a.example/x,,E0432 deals.csv:290 stage",
        "nvidia,openai,-1,paid,,,flow,,https://a.example/x,,E0424 deals.csv:290 amount_usd_b",
        "nvidia,openai,1 bn,paid,,,flow,,https://a.example/x,,E0421 deals.csv:290 amount_usd_b",
        "nvidia,openai,NaN,paid,,,flow,,https://a.example/x,,E0421 deals.csv:290 amount_usd_b",
        "nvidia,openai,1e999,paid,,,flow,,https://a.example/x,,E0421 deals.csv:290 amount_usd_b",
        "nvdia,openai,1,paid,,,flow,,https://a.example/x,,E0429 deals.csv:290 payer",
        "nvidia,quite-unheard-of,1,paid,,,flow,,https://a.example/x,,E0433 deals.csv:290 payee",
        "nvidia,openai,1,paid,2025-13,,flow,,https://a.example/x,,E0430 deals.csv:290 start",
        "nvidia,openai,1,paid,2025-05,2025-04,flow,,https://a.example/x,,E0440 deals.csv:290 end",
        "nvidia,openai,1,paid,,,flow,,https://a.example/x,2025-02-30,E0430 deals.csv:290 source_date",
        "nvidia,openai,1,paid,,,flow,,,,E0407 deals.csv:290 source_url",
        "nvidia,openai,,paid,,,link,,,,E0452 deals.csv:290 source_url",
        "nvidia,openai,1,paid,,,flow,,see the news,,E0451 deals.csv:290 source_url",
        "nvidia,openai,1,paid,,,link,,https://a.example/x,,E0444 deals.csv:290 amount_usd_b",
        "nvidia,openai,,paid,,,flow,,https://a.example/x,,E0445 deals.csv:290 amount_usd_b",
        "nvidia,nvidia,1,paid,,,flow,,https://a.example/x,,E0443 deals.csv:290 payee",
        "nvidia,openai,1,paid,,,mirror,,https://a.example/x,,E0438 deals.csv:290 part_of",
        "nvidia,openai,1,paid,,,mirror,nvidia-openai-loi,https://a.example/x,,E0439 deals.csv:290 part_of",
        "nvidia,openai,101,paid,,,flow,nvidia-openai-loi,https://a.example/x,,E0446 deals.csv:290 amount_usd_b",
        "nvidia,openai,1,paid,,,flow,nvidia-openai-lio,https://a.example/x,,E0429 deals.csv:290 part_of",
        "nvidia,openai,1,paid,,,aggregate,mine-1,https://a.example/x,,E0437 deals.csv:290 part_of",
        "blue-owl,michigan-saline-spv,1,paid,,,flow,blueowl-michigan-withdrawn,https://a.example/x,,"
            + "E0449 deals.csv:290 stage",
      })
  void aDealThatBreaksARuleIsNamed(
      String payer,
      String payee,
      String amount,
      String stage,
      String start,
      String end,
      String scope,
      String partOf,
      String url,
      String date,
      String finding)
      throws IOException {
    withDeal(
        payer,
        payee,
        blank(amount),
        stage,
        blank(start),
        blank(end),
        scope,
        blank(partOf),
        blank(url),
        blank(date));
    assertThat(Packages.shown(folder)).isEqualTo(finding == null ? List.of() : List.of(finding));
  }

  private static String blank(String text) {
    return text == null ? "" : text;
  }

  @Test
  void aMessageSaysWhatIsThereWhatWasMeantAndWhatToDo() throws IOException {
    withDeal("nvdia", "openai", "1", "paid", "", "", "flow", "", "https://a.example/x", "");
    Finding finding = Packages.findings(folder).get(0);
    assertThat(finding.message(Words.in(Lang.EN)))
        .isEqualTo("`mine-1`: `nvdia` in `payer` is not in entities.csv; did you mean `nvidia`?");
    assertThat(finding.message(Words.in(Lang.ZH))).contains("是否想写 `nvidia`");
    assertThat(finding.help(Words.in(Lang.EN)).orElseThrow()).contains("add a row");
  }

  @Test
  void everyIndependentFailureIsReportedByFileAndLine() throws IOException {
    withDeal("nvdia", "openai", "-1", "payed", "2025-13", "", "flow", "", "", "");
    Packages.edit(folder.resolve("entities.csv"), "\nmagnetar,Magnetar Capital,", "\nmagnetar,,");
    Packages.append(
        folder.resolve("totals.csv"),
        "2025,nvidia,burn,in,5,6,7,usd_b,derived,A,https://a.example,P,,x\n");
    assertThat(Packages.shown(folder))
        .containsExactly(
            entityLine() + " name_en",
            "E0424 deals.csv:290 amount_usd_b",
            "E0422 deals.csv:290 stage",
            "E0430 deals.csv:290 start",
            "E0429 deals.csv:290 payer",
            "E0407 deals.csv:290 source_url",
            "E0441 totals.csv:117 value",
            "E0447 totals.csv:117 item");
  }

  private String entityLine() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("entities.csv"));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("magnetar,")) {
        return "E0420 entities.csv:" + (i + 1);
      }
    }
    throw new AssertionError("no such row");
  }

  @Test
  void aCircleOfPartsIsReportedOnceWithItsPath() throws IOException {
    Packages.copy(folder);
    String row =
        "%s,2025-03-01,loan,nvidia,openai,1,total,paid,cash,,,flow,%s,B,a,https://a.example/x,P,,\n";
    Packages.append(
        deals(),
        row.formatted("a-1", "a-2") + row.formatted("a-2", "a-3") + row.formatted("a-3", "a-1"));
    Packages.append(deals(), row.formatted("a-0", "a-1"));
    List<Finding> findings = Packages.findings(folder);
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).code()).isEqualTo("E0437");
    assertThat(findings.get(0).values()).containsEntry("path", "a-1 > a-2 > a-3 > a-1");
  }

  @Test
  void aDuplicateIdNamesTheFirstLine() throws IOException {
    Packages.copy(folder);
    String again = Files.readAllLines(deals()).get(9);
    Packages.append(deals(), again + "\n");
    List<Finding> findings = Packages.findings(folder);
    assertThat(Packages.shown(folder)).containsExactly("E0428 deals.csv:290 id");
    assertThat(findings.get(0).values()).containsEntry("first", 10);
  }

  @Test
  void aDuplicateFlowIsFoundByItsFourColumns() throws IOException {
    Packages.copy(folder);
    Path flows = folder.resolve("flows.csv");
    Packages.append(flows, Files.readAllLines(flows).get(1) + "\n");
    assertThat(Packages.shown(folder)).containsExactly("E0428 flows.csv:524 year");
  }

  @Test
  void aMissingFileIsOneFindingAndNotHundreds() throws IOException {
    Packages.copy(folder);
    Files.delete(folder.resolve("entities.csv"));
    assertThat(Packages.shown(folder)).containsExactly("E0406 entities.csv:0");
  }

  @Test
  void anEmptyFileAndAFileOfOnlyAHeader() throws IOException {
    Packages.copy(folder);
    Files.writeString(folder.resolve("series.csv"), "");
    Files.writeString(
        folder.resolve("balances.csv"), Files.readAllLines(folder.resolve("balances.csv")).get(0));
    assertThat(Packages.shown(folder)).containsExactly("E0411 series.csv:0");
  }

  @Test
  void aFolderThatIsNoneAndAFileInsteadOfAFolder() throws IOException {
    assertThat(Packages.findings(folder.resolve("nowhere")).get(0).code()).isEqualTo("E0401");
    assertThat(Packages.findings(folder).get(0).code()).isEqualTo("E0403");
    Path file = Files.writeString(folder.resolve("x.csv"), "a");
    assertThat(Packages.findings(file).get(0).code()).isEqualTo("E0402");
  }

  @Test
  void marksLineEndsAndQuotedLineBreaksJustWork() throws IOException {
    Packages.copy(folder);
    for (String name : List.of("deals.csv", "entities.csv", "flows.csv")) {
      Path file = folder.resolve(name);
      Files.writeString(file, "\uFEFF" + Files.readString(file).replace("\n", "\r\n"));
    }
    Path json = folder.resolve("datapackage.json");
    Files.writeString(json, "\uFEFF" + Files.readString(json));
    Packages.append(
        deals(),
        "q-1,2025,loan,nvidia,openai,1,total,paid,cash,,,flow,,B,\"two\r\nlines, \"\"quoted\"\"\","
            + "https://a.example/x,P,,\r\n"
            + "q-2,2025,loan,nvidia,openai,1,total,payed,cash,,,flow,,B,x,https://a.example/x,P,,\r\n");
    assertThat(Packages.shown(folder)).containsExactly("E0422 deals.csv:292 stage");
    Packages.edit(deals(), "payed", "paid");
    Ledger ledger = LedgerReader.read(folder).ledger().orElseThrow();
    assertThat(ledger.deals()).hasSize(290);
    assertThat(ledger.deals().get(288).terms()).isEqualTo("two\r\nlines, \"quoted\"");
  }

  @Test
  void bytesThatAreNoUtf8AreNamedByLineAndByte() throws IOException {
    Packages.copy(folder);
    byte[] gbk = {(byte) 0xC4, (byte) 0xE3};
    byte[] text = Files.readString(deals()).getBytes(StandardCharsets.UTF_8);
    byte[] row =
        "z-1,2025,loan,nvidia,openai,1,total,paid,cash,,,flow,,B,??,https://a.example/x,P,,\n"
            .getBytes(StandardCharsets.UTF_8);
    System.arraycopy(gbk, 0, row, 56, 2);
    byte[] all = java.util.Arrays.copyOf(text, text.length + row.length);
    System.arraycopy(row, 0, all, text.length, row.length);
    Files.write(deals(), all);
    List<Finding> findings = Packages.findings(folder);
    assertThat(Packages.shown(folder)).containsExactly("E0410 deals.csv:290");
    assertThat(findings.get(0).values())
        .containsEntry("byte", 57)
        .containsEntry("offset", text.length + 57)
        .containsEntry("hex", "C4");
  }

  @Test
  void aFileInAnotherEncodingIsOneFinding() throws IOException {
    Packages.copy(folder);
    Path series = folder.resolve("series.csv");
    Files.write(series, ("\uFEFF" + Files.readString(series)).getBytes(StandardCharsets.UTF_16LE));
    assertThat(Packages.shown(folder)).containsExactly("E0410 series.csv:1");
  }

  @Test
  void aStageThatOnlyThePackageKnowsIsRefused() throws IOException {
    Packages.copy(folder);
    Packages.edit(folder.resolve("datapackage.json"), "\"withdrawn\"", "\"withdrawn\", \"rumour\"");
    Packages.append(
        deals(),
        DEAL.formatted(
            "nvidia", "openai", "1", "rumour", "", "", "flow", "", "https://a.example/x", ""));
    assertThat(Packages.shown(folder)).containsExactly("E0432 deals.csv:290 stage");
  }

  @Test
  void raggedRowsAndHeadersAreNamed() throws IOException {
    Packages.write(
        folder,
        Map.of("t.csv", "a,Bee,a,extra,\n1,2,3,4,5\n1,2\n1,2,3,4,5,6\n,,,,\n"),
        Packages.resource(
            "t", "{\"fields\": [{\"name\": \"a\"}, {\"name\": \"bee\"}, {\"name\": \"zzz\"}]}"));
    assertThat(Packages.shown(folder))
        .containsExactly(
            "E0414 t.csv:1 a",
            "E0417 t.csv:1",
            "E0415 t.csv:1 bee",
            "E0416 t.csv:1 zzz",
            "E0431 t.csv:1 extra",
            "E0413 t.csv:3",
            "E0413 t.csv:4");
  }

  @Test
  void aQuoteThatIsNotClosedNamesItsRow() throws IOException {
    Packages.copy(folder);
    Packages.append(deals(), "u-1,2025,loan,nvidia,openai,1,total,payed,\"cash,,,flow,,B\n\n\n");
    assertThat(Packages.shown(folder)).containsExactly("E0412 deals.csv:290");
  }

  @ParameterizedTest
  @CsvSource({
    "../t.csv",
    "/etc/hostname",
    "https://example.org/t.csv",
    "a/../../t.csv",
    "C:\\t.csv"
  })
  void aPathOutOfTheFolderIsRefused(String path) throws IOException {
    Packages.write(
        folder,
        Map.of(),
        "{\"name\": \"t\", \"path\": \"" + path.replace("\\", "\\\\") + "\", \"schema\": {}}");
    assertThat(Packages.shown(folder)).containsExactly("E0408 datapackage.json:1");
  }

  @Test
  void aLinkOutOfTheFolderIsRefused(@TempDir Path elsewhere) throws IOException {
    Path secret = Files.writeString(elsewhere.resolve("t.csv"), "a\n1\n");
    Packages.write(folder, Map.of(), Packages.resource("t", "{}"));
    Files.createSymbolicLink(folder.resolve("t.csv"), secret);
    assertThat(Packages.shown(folder)).containsExactly("E0408 datapackage.json:1");
  }

  @Test
  void brokenJsonIsNamedByLineAndColumn() throws IOException {
    Files.writeString(
        folder.resolve("datapackage.json"), "{\n  \"name\": \"x\",\n  \"resources\": [,]\n}\n");
    Finding finding = Packages.findings(folder).get(0);
    assertThat(finding.code()).isEqualTo("E0404");
    assertThat(finding.place().orElseThrow().line()).isEqualTo(3);
    assertThat(finding.place().orElseThrow().column()).isEqualTo(17);
    assertThat(finding.place().orElseThrow().sourceLine()).contains("  \"resources\": [,]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|E0404",
        "[]|E0405",
        "{}|E0405",
        "{\"name\": \"x\", \"resources\": 3}|E0405",
        "{\"name\": \"x\", \"resources\": [{\"name\": \"t\"}]}|E0405",
        "{\"name\": \"x\"} {}|E0404",
        "{\"name\": \"x\", \"resources\": [{\"name\": \"t\", \"path\": [\"a.csv\", \"b.csv\"]}]}|E0419",
        "{\"name\": \"x\", \"resources\": [{\"name\": \"t\", \"path\": \"t.csv\","
            + " \"encoding\": \"gbk\"}]}|E0419",
        "{\"name\": \"x\", \"resources\": [{\"name\": \"t\", \"path\": \"t.csv\","
            + " \"schema\": {\"fields\": [{\"name\": \"a\", \"type\": \"nmber\"}]}}]}|E0418",
        "{\"name\": \"x\", \"resources\": [{\"name\": \"t\", \"path\": \"t.csv\","
            + " \"schema\": {\"fields\": [{\"name\": \"a\", \"constraints\": {\"pattern\": \"(\"}}]}}]}|E0418",
        "{\"name\": \"x\", \"resources\": [{\"name\": \"t\", \"path\": \"t.csv\"},"
            + " {\"name\": \"t\", \"path\": \"t.csv\"}]}|E0418",
      })
  void aDescriptorThatCannotBeUsedIsRefused(String json, String code) throws IOException {
    Files.writeString(folder.resolve("t.csv"), "a\n1\n");
    Files.writeString(folder.resolve("datapackage.json"), json);
    assertThat(Packages.findings(folder)).extracting(Finding::code).contains(code);
  }
}
