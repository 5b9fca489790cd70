package org.tiyun.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks and sheets with something odd about them, as a user hands them over. */
class BadNetworkTest {
  @TempDir Path folder;

  @Test
  void aClosedPartIsNamedAndReturnsEverything() throws IOException {
    Path file = file("e.csv", "from,to,amount\na,b,10\nb,a,10\nc,d,5\nd,e,5\nd,c,1\n");
    Map<String, String> found = json("map", file.toString());
    assertThat(found)
        .containsEntry("measures.closed.0", "a")
        .containsEntry("measures.closed.1", "b");
    assertThat(found).doesNotContainKey("measures.closed.2");
    assertThat(number(found, "firms.0.own_money_back")).isEqualTo(1);
    for (String lang : List.of("en", "zh")) {
      assertThat(Typed.command("map", file.toString(), "--lang", lang).out())
          .contains(lang.equals("en") ? "No money leaves these: a, b." : "钱从不离开这几家：a、b。");
    }
  }

  /** Nothing enters a circle that is closed as a whole: a path length would divide by nothing. */
  @Test
  void whereNothingEntersThatIsSaid() throws IOException {
    Path file = file("e.csv", "from,to,amount\na,b,10\nb,a,10\n");
    assertThat(Typed.command("map", file.toString()).out()).contains("nothing enters from outside");
    assertThat(json("map", file.toString())).doesNotContainKey("measures.average_path_length");
  }

  @Test
  void aPartyWithoutThroughflowHasNoShares() throws IOException {
    Path edges = file("e.csv", "from,to,amount\na,b,7\n");
    Path nodes = file("n.csv", "node,external_in,external_out\na,7,0\nb,0,7\nidle,0,0\n");
    Map<String, String> found = json("map", edges.toString(), "--nodes", nodes.toString());
    assertThat(number(found, "firms.2.inflow")).isZero();
    assertThat(number(found, "firms.2.own_money_back")).isZero();
    assertThat(found.keySet()).noneMatch(name -> name.startsWith("firms.2.paid_by."));
  }

  @Test
  void parallelPaymentsAddUpAndPaymentsToOneselfAreLeftOut() throws IOException {
    Path many = file("many.csv", "from,to,amount\na,b,1\na,b,2\nb,a,1\na,b,4\n");
    Path one = file("one.csv", "from,to,amount\na,b,7\nb,a,1\n");
    assertThat(Typed.command("map", many.toString(), "--json").out())
        .isEqualTo(Typed.command("map", one.toString(), "--json").out());
    Path self = file("self.csv", "from,to,amount\na,b,7\nb,a,1\nb,b,9\n");
    Typed typed = Typed.command("map", self.toString(), "--json");
    assertThat(typed.err()).contains("[W0511]", "b pays 9");
    assertThat(typed.out()).isEqualTo(Typed.command("map", one.toString(), "--json").out());
  }

  /** A quadrillion beside cents: the loop of cents is exact. */
  @Test
  void largeAmountsDoNotSwallowCents() throws IOException {
    Path file =
        file("e.csv", "from,to,amount\na,b,1000000000000000\nb,a,0.01\nb,c,0.02\nc,a,0.02\n");
    Map<String, String> found = json("map", file.toString());
    assertThat(number(found, "measures.maximum_circulation.value")).isEqualTo(0.08);
    assertThat(number(found, "cycles.0.tightest")).isEqualTo(0.02);
  }

  @Test
  void unbalancedPartiesAreNamed() throws IOException {
    Path edges = file("e.csv", "from,to,amount\na,b,7\n");
    Path nodes = file("n.csv", "node,external_in,external_out\na,5,0\nb,0,7\n");
    Typed typed = Typed.command("map", edges.toString(), "--nodes", nodes.toString());
    assertThat(typed.code()).isZero();
    assertThat(typed.err()).contains("[W0512]", "1 nodes", ": a");
  }

  @ParameterizedTest
  @CsvSource({
    "'a,b,-1', E0512, -1",
    "'a,b,NaN', E0512, NaN",
    "'a,b,inf', E0512, inf",
    "'a,b,', E0512, amount",
    "'a,b,1e400', E0512, 1e400",
    "'a,b', E0514, :3",
    "',b,1', E0513, from"
  })
  void rowsThatAreNoPaymentsAreRefusedWithTheirLine(String row, String code, String hint)
      throws IOException {
    Path file = file("e.csv", "from,to,amount\na,c,1\n" + row + "\n");
    Path nodes = file("n.csv", "node,equity\na,1\nb,1\nc,1\n");
    for (List<String> line :
        List.of(
            List.of("map", file.toString()),
            List.of("cascade", file.toString(), nodes.toString()))) {
      Typed typed = Typed.command(line.toArray(String[]::new));
      assertThat(typed.code()).isEqualTo(1);
      assertThat(typed.out()).isEmpty();
      assertThat(typed.err()).contains("[" + code + "]", "e.csv:3", hint);
    }
  }

  @Test
  void gzipIsReadByItsNameAndSaidWhereItIsDamaged() throws IOException {
    String text = "from,to,amount\na,b,7\nb,a,1\n";
    Path plain = file("e.csv", text);
    Path packed = folder.resolve("e.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Typed.command("map", packed.toString(), "--json").out())
        .isEqualTo(Typed.command("map", plain.toString(), "--json").out());
    byte[] whole = Files.readAllBytes(packed);
    Path cut = folder.resolve("cut.csv.gz");
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThat(Typed.command("map", cut.toString()).err()).contains("[E0510]", "gzip");
    Path renamed = Files.copy(packed, folder.resolve("renamed.csv"));
    assertThat(Typed.command("map", renamed.toString()).err()).contains("[E0510]", ".gz");
  }

  @Test
  void aDebtsFileThatMayBeCutOffIsSaid() throws IOException {
    Path edges = file("e.csv", "from,to,amount\na,b,10\nb,a,1");
    Path nodes = file("n.csv", "node,equity\na,1\nb,1\n");
    Typed typed = Typed.command("cascade", edges.toString(), nodes.toString());
    assertThat(typed.code()).isZero();
    assertThat(typed.err()).contains("[W0514]", "e.csv");
  }

  @Test
  void aDebtToOneselfIsLeftOutOfTheCascadeAndSaid() throws IOException {
    Path nodes = file("n.csv", "node,external_assets,external_liabilities\na,3,0\nb,2,1\n");
    Path with = file("with.csv", "from,to,amount\na,b,10\nb,b,4\n");
    Path without = file("without.csv", "from,to,amount\na,b,10\n");
    Typed typed = Typed.command("cascade", with.toString(), nodes.toString(), "--json");
    assertThat(typed.err()).contains("[W0516]", "with.csv:3");
    assertThat(typed.out())
        .isEqualTo(Typed.command("cascade", without.toString(), nodes.toString(), "--json").out());
  }

  @Test
  void everyPartyStandsSomewhereInTheChainOfPayments() throws IOException {
    Map<String, String> chain =
        json("map", file("e.csv", "from,to,amount\na,b,5\nb,c,5\n").toString());
    assertThat(number(chain, "measures.trophic_incoherence")).isCloseTo(0, within(1e-12));
    assertThat(number(chain, "firms.2.level")).isCloseTo(2, within(1e-12));
    Map<String, String> circle =
        json("map", file("o.csv", "from,to,amount\na,b,5\nb,c,5\nc,a,5\n").toString());
    assertThat(number(circle, "measures.trophic_incoherence")).isCloseTo(1, within(1e-12));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static double number(Map<String, String> found, String name) {
    return Double.parseDouble(found.get(name));
  }

  private static Map<String, String> json(String... line) {
    String[] asked = java.util.Arrays.copyOf(line, line.length + 1);
    asked[line.length] = "--json";
    Typed typed = Typed.command(asked);
    assertThat(typed.code()).isZero();
    return Flat.of(typed.out());
  }
}
