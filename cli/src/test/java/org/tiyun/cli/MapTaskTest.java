package org.tiyun.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code map}: the published network, and what a reader may choose on the shipped ledger. */
class MapTaskTest {
  private static final Path REEF =
      Typed.root().resolve("circuit/src/test/resources/org/tiyun/circuit/network/fci_oyster");

  @Test
  void theOysterReefCyclesAsPublished() throws IOException {
    Map<String, String> found =
        json(
            "map",
            REEF.resolve("edges.csv").toString(),
            "--nodes",
            REEF.resolve("nodes.csv").toString());
    for (String line : Files.readAllLines(REEF.resolve("expected.csv")).subList(1, 16)) {
      String[] row = line.split(",");
      double expected = Double.parseDouble(row[2]);
      switch (row[0]) {
        case "FCI" -> close(found, "measures.finn_cycling_index", expected);
        case "total_system_throughflow" -> close(found, "measures.total_throughflow", expected);
        case "average_path_length" -> close(found, "measures.average_path_length", expected);
        case "throughflow" -> close(found, firm(found, row[1]) + "inflow", expected);
        case "node_cycling" -> close(found, firm(found, row[1]) + "cycling", expected);
        default -> assertThat(row[0]).isEqualTo("cycled_flow");
      }
    }
  }

  /** The boundary is the largest choice of all: 5 percent of Nvidia's sales, or 73. */
  @Test
  void theBoundaryIsTheReadersChoice() {
    Map<String, String> found = json("map", "--boundary", "own-cash-as-end-use");
    assertThat(found).containsEntry("boundary", "own-cash-as-end-use");
    assertThat(number(found, "headline.end_user_share")).isCloseTo(0.73, within(0.005));
    assertThat(number(json("map"), "headline.end_user_share")).isCloseTo(0.0523, within(0.0003));
  }

  @Test
  void asOfLeavesLaterDealsOutAndTakesAYearThatHadEnded() {
    Map<String, String> then = json("map", "--as-of", "2024-12-31");
    Map<String, String> early = json("map", "--as-of", "2024-12-30");
    Map<String, String> now = json("map");
    assertThat(then).containsEntry("matrix", "2024").containsEntry("as_of", "2024-12-31");
    assertThat(early).containsEntry("matrix", "2023");
    assertThat(json("map", "--as-of", "2025")).containsEntry("matrix", "2025");
    assertThat(number(then, "layers.committed.usd_b"))
        .isLessThan(number(now, "layers.committed.usd_b"));
  }

  @Test
  void rangesNullModelAndHubsComeWhenAskedFor() {
    Map<String, String> plain = json("map");
    Map<String, String> found = json("map", "--ranges", "--draws", "100", "--null-model", "--hubs");
    String share = "ranges.figures.sales.nvidia.end_users.";
    assertThat(plain.keySet()).noneMatch(k -> k.matches("(ranges|null_model|hubs).*"));
    assertThat(number(found, share + "low")).isLessThan(number(found, share + "value"));
    assertThat(number(found, share + "high")).isGreaterThan(number(found, share + "value"));
    assertThat(number(found, "null_model.finn_cycling_index.at_least")).isBetween(0.2, 0.9);
    assertThat(found).containsEntry("hubs.0.id", "nvidia");
    for (String lang : List.of("en", "zh")) {
      Typed text = Typed.command("map", "--ranges", "--draws", "50", "--hubs", "--lang", lang);
      assertThat(text.code()).isZero();
      assertThat(text.out()).contains("PageRank").doesNotContain("view.map", "{");
    }
  }

  /** C5 and C9: loops that add up to the maximum circulation, and who reaches whom. */
  @Test
  void theMaximumCirculationIsTakenApartIntoLoops() {
    Map<String, String> found = json("map", "ai-2025");
    double sum = 0;
    for (int k = 0; found.containsKey("peeled_cycles." + k + ".amount"); k++) {
      int hands = 0;
      while (found.containsKey("peeled_cycles." + k + ".path." + hands)) {
        hands++;
      }
      sum += hands * number(found, "peeled_cycles." + k + ".amount");
    }
    assertThat(sum).isCloseTo(number(found, "measures.maximum_circulation.value"), within(1e-6));
    assertThat(number(found, "measures.components.share_inside")).isBetween(0.5, 1.0);
    assertThat(number(found, "deal_components.largest")).isGreaterThan(2);
    assertThat(found).containsKey("deal_peeled_cycles.0.tightest");
  }

  /** Whatever the figure, the parts of its rows add up to it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "entering",
        "entering.lenders",
        "sales.nvidia.end_users",
        "sales.microsoft.own_business",
        "own_money_back.nvidia",
        "equity_return.nvidia",
        "finn",
        "circulation",
        "circulation.share",
        "layer.paid"
      })
  void aFigureIsTheSumOfItsRows(String figure) {
    Map<String, String> found = json("map", "--matrix", "2025", "--explain", figure);
    double sum = 0;
    int rows = 0;
    for (; found.containsKey("rows." + rows + ".contribution"); rows++) {
      sum += number(found, "rows." + rows + ".contribution");
      assertThat(found.get("rows." + rows + ".file")).isIn("flows.csv", "deals.csv");
    }
    assertThat(rows).isPositive();
    assertThat(sum)
        .isCloseTo(number(found, "value"), within(1e-6 * Math.abs(number(found, "value"))));
    Typed text = Typed.command("map", "--explain", figure, "--lang", "zh");
    assertThat(text.out()).contains(figure).doesNotContain("view.", "{");
  }

  /** Every party and payment once, names escaped for XML. */
  @ParameterizedTest
  @ValueSource(strings = {"graphml", "gexf"})
  void theNetworkCanBeTakenToOtherPrograms(String format, @TempDir Path folder) throws IOException {
    Path edges =
        Files.writeString(
            folder.resolve("e.csv"), "from,to,amount\n\"A & <B>\",云,2.5\n云,\"A & <B>\",1\n");
    Typed typed = Typed.command("map", edges.toString(), "--graph", format);
    assertThat(typed.code()).isZero();
    assertThat(typed.out().split("<node ")).hasSize(3);
    assertThat(typed.out().split("<edge ")).hasSize(3);
    assertThat(typed.out()).contains("A &amp; &lt;B&gt;", "云", "2.5");
  }

  @ParameterizedTest
  @CsvSource({
    "map --explain moon, E0531, finn",
    "map --explain sales.nvidia, E0531, sales.nvidia",
    "map --graph dot, E0113, --graph",
    "map --as-of yesterday, E0113, --as-of",
    "map --as-of 2025-13, E0113, --as-of",
    "map --as-of 2020, E0528, --matrix",
    "map --boundary moon, E0526, ai-accounts",
    "map --cycle-length 1, E0113, --cycle-length",
  })
  void whatCannotBeAskedIsSaid(String line, String code, String hint) {
    for (String lang : List.of("en", "zh")) {
      Typed typed = Typed.command((line + " --lang " + lang).split(" "));
      assertThat(typed.code()).isEqualTo(2);
      assertThat(typed.err()).contains("[" + code + "]", hint);
    }
  }

  @Test
  void ledgerOptionsAreNotIgnoredOnAPlainList(@TempDir Path folder) throws IOException {
    Path edges = Files.writeString(folder.resolve("e.csv"), "from,to,amount\na,b,3\nb,a,2\n");
    for (String option : List.of("--ranges", "--as-of=2024", "--boundary=ai-accounts")) {
      Typed typed = Typed.command("map", edges.toString(), option);
      assertThat(typed.code()).isEqualTo(2);
      assertThat(typed.err()).contains("[E0529]", option.replaceAll("=.*", ""));
    }
    assertThat(json("map", edges.toString(), "--hubs")).containsKey("hubs.1.circulation_drop");
  }

  private static String firm(Map<String, String> found, String id) {
    for (int k = 0; ; k++) {
      if (found.get("firms." + k + ".id").equals(id)) {
        return "firms." + k + ".";
      }
    }
  }

  private static void close(Map<String, String> found, String name, double expected) {
    assertThat(number(found, name)).as(name).isCloseTo(expected, within(1e-8));
  }

  private static double number(Map<String, String> found, String name) {
    return Double.parseDouble(found.get(name));
  }

  private static Map<String, String> json(String... line) {
    List<String> asked = new ArrayList<>(List.of(line));
    asked.add("--json");
    Typed typed = Typed.command(asked.toArray(String[]::new));
    assertThat(typed.err()).isEmpty();
    assertThat(typed.code()).isZero();
    return Flat.of(typed.out());
  }
}
