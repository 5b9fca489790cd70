package org.tiyun.circuit.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiyun.circuit.network.Cycling;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

class EdgeListTest {
  private static final String REEF =
      """
      from,to,amount
      Deposited Detritus,Microbiota,8.1721
      Microbiota,Meiofauna,1.206
      Deposited Detritus,Meiofauna,7.2745
      Microbiota,Deposit Feeders,1.206
      Meiofauna,Deposit Feeders,0.6609
      Deposited Detritus,Deposit Feeders,0.6431
      Filter Feeders,Predators,0.5135
      Deposit Feeders,Predators,0.1721
      Filter Feeders,Deposited Detritus,15.791
      Meiofauna,Deposited Detritus,4.2403
      Deposit Feeders,Deposited Detritus,1.9076
      Predators,Deposited Detritus,0.3262
      """;
  private static final String REEF_NODES =
      """
      node,external_in,external_out
      Filter Feeders,41.47,25.165
      Microbiota,0.0,5.76
      Meiofauna,0.0,3.5794
      Deposit Feeders,0.0,0.4303
      Predators,0.0,0.3594
      Deposited Detritus,0.0,6.1759
      """;

  @TempDir private Path folder;

  @Test
  void readsTheOysterReef() throws IOException {
    EdgeList read = EdgeList.read(file("e.csv", REEF), Optional.of(file("n.csv", REEF_NODES)));

    assertThat(Cycling.of(read.network()).finn()).isCloseTo(0.110168608814836, within(1e-9));
    assertThat(read.findings()).isEmpty();
  }

  @Test
  void withoutNodesEveryoneBalancesFromOutside() throws IOException {
    EdgeList read =
        EdgeList.read(file("e.csv", "from,to,amount\na,b,3\nb,a,1\n"), Optional.empty());

    assertThat(read.network().unbalanced(1e-12)).isEmpty();
    assertThat(read.network().entering()).containsExactly(2, 0);
  }

  @Test
  void acceptsMarkWindowsLinesQuotesOrderAndGzip() throws IOException {
    String text = "\uFEFFnote,amount,to,from\r\n\"x, y\",1e3,\"b, Inc\",a\r\n,0.5,a,\"b, Inc\"\r\n";
    Path zipped = folder.resolve("e.csv.gz");
    Files.write(zipped, gzip(text));

    for (Path path : List.of(file("e.csv", text), zipped)) {
      EdgeList read = EdgeList.read(path, Optional.empty());
      assertThat(read.network().parties()).containsExactly("a", "b, Inc");
      assertThat(read.network().inside().amount(0, 1)).isEqualTo(1000);
    }
  }

  @Test
  void warnsOfPaymentsToOneselfAndOfNodesThatDoNotBalance() throws IOException {
    EdgeList read =
        EdgeList.read(
            file("e.csv", "from,to,amount\na,b,3\na,a,2\n"),
            Optional.of(file("n.csv", "node,external_in,external_out\na,3,0\nb,0,1\n")));

    assertThat(read.findings()).extracting(Finding::code).containsExactly("W0511", "W0512");
    assertThat(read.network().toSelf()).containsExactly(2, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "E0512, 3, 'from,to,amount|a,b,1|a,b,-2|'",
    "E0512, 2, 'from,to,amount|a,b,NaN|'",
    "E0512, 2, 'from,to,amount|a,b,|'",
    "E0512, 2, 'from,to,amount|a,b,12f|'",
    "E0512, 2, 'from,to,amount|a,b,\"1,000\"|'",
    "E0512, 2, 'from,to,amount|a,b,1e999|'",
    "E0513, 2, 'from,to,amount|a, ,1|'",
    "E0514, 3, 'from,to,amount|a,b,1|a,b'",
    "E0511, 1, 'from,amount|a,1|'",
    "E0516, 0, 'from,to,amount|'",
    "E0532, 0, 'from,to,amount|a,b,1e300|b,a,1e300|'",
    "E0532, 0, 'from,to,amount|a,b,46116860184273880|'",
    "E0533, 1, 'from,from,to,amount|a,b,c,1|'",
    "E0510, 0, ''",
    "E0510, 2, 'from,to,amount|\"a,b,1|c,d,2|'"
  })
  void badFilesAreRefusedWithRowAndReason(String code, int line, String text) throws IOException {
    Failure failure = failure(file("bad.csv", text.replace('|', '\n')));

    assertThat(failure.findings()).first().extracting(Finding::code).isEqualTo(code);
    assertThat(failure.findings().getFirst().place().orElseThrow().line()).isEqualTo(line);
    for (Lang lang : Lang.values()) {
      assertThat(failure.findings().getFirst().message(Words.in(lang)))
          .isNotBlank()
          .doesNotContain("{");
    }
  }

  /** A quotation mark anywhere sends a file the slow way; the network must be the same. */
  @Test
  void plainFilesAreReadAsAnyOther() throws IOException {
    StringBuilder text = new StringBuilder("amount,from,note,to\n");
    java.util.SplittableRandom random = new java.util.SplittableRandom(3);
    String[] signs = {"n", "\u4e91", "caf\u00e9 ", " x", "\ud83d\ude00"};
    for (int k = 0; k < 5000; k++) {
      text.append(random.nextInt(1_000_000)).append('.').append(random.nextInt(100)).append(',');
      text.append(signs[random.nextInt(5)]).append(random.nextInt(300)).append(",,");
      text.append(signs[random.nextInt(5)]).append(random.nextInt(300));
      text.append(k % 7 == 0 ? "\r\n" : "\n");
    }
    text.append("1000000000000000,a,,b\n0.01,a,,b\n1234567890123456.75,b,,a");
    Path plain = file("plain.csv", text.toString());
    Path zipped = folder.resolve("plain.csv.gz");
    Files.write(zipped, gzip(text.toString()));
    Path quoted = file("quoted.csv", text.toString().replaceFirst(",,b", ",\"\",b"));

    assertThat(PlainPayments.read(plain)).isPresent();
    assertThat(PlainPayments.read(quoted)).isEmpty();
    EdgeList slow = EdgeList.read(quoted, Optional.empty());
    for (Path path : List.of(plain, zipped)) {
      EdgeList quick = EdgeList.read(path, Optional.empty());
      assertThat(quick.network().parties()).isEqualTo(slow.network().parties());
      assertThat(quick.network().inside().target()).isEqualTo(slow.network().inside().target());
      assertThat(quick.network().inside().amount()).isEqualTo(slow.network().inside().amount());
      assertThat(quick.findings().stream().map(Finding::values).toList())
          .isEqualTo(slow.findings().stream().map(Finding::values).toList());
    }
  }

  /** However many the stretches: a name may come first in any of them, or end one. */
  @ParameterizedTest
  @ValueSource(ints = {2, 7, 60, 300})
  void aFileReadInStretchesIsTheSame(int stretches) throws IOException {
    StringBuilder text = new StringBuilder("from,to,amount\n");
    java.util.SplittableRandom random = new java.util.SplittableRandom(stretches);
    for (int k = 0; k < 400; k++) {
      text.append('n').append(random.nextInt(90)).append(",a name that is long ");
      text.append(random.nextInt(90)).append(',').append(k).append(k % 5 == 0 ? "\r\n" : "\n");
    }
    Path whole = file("whole.csv", text.toString());
    Path cut = file("cut.csv", text.substring(0, text.length() - 2));
    PlainPayments one = PlainPayments.read(whole, 1).orElseThrow();
    PlainPayments many = PlainPayments.read(whole, stretches).orElseThrow();

    assertThat(rows(many)).isEqualTo(rows(one)).hasSize(400);
    assertThat(many.names()).doesNotHaveDuplicates().hasSameSizeAs(one.names());
    assertThat(many.lineEnded()).isTrue();
    assertThat(PlainPayments.read(cut, stretches).orElseThrow().lineEnded()).isFalse();
    assertThat(PlainPayments.read(file("odd.csv", text + "a,b\n"), stretches)).isEmpty();
  }

  private static List<String> rows(PlainPayments read) {
    return IntStream.range(0, read.count())
        .mapToObj(k ->
            read.names()[read.from()[k]]
                + ","
                + read.names()[read.to()[k]]
                + ","
                + read.amount()[k])
        .toList();
  }

  /** "c,a,1000" cut to "c,a,10" is a whole row: only the missing line end can tell. */
  @ParameterizedTest
  @CsvSource({
    "W0514, 'from,to,amount|a,b,1|b,a,10'",
    "W0514, 'from,to,amount|a,\"b\",1|b,a,10'",
    "W0515, 'from,to,amount|a,b,0.001|b,a,0.004|'",
    "'', 'from,to,amount|a,b,1|b,a,10|'",
    "'', 'from,to,amount|a,\"b\",1|b,a,10|'",
    "'', 'from,to,amount|a,b,45000000000000000|b,a,0.01|'"
  })
  void whatMayMisleadIsSaid(String code, String text) throws IOException {
    EdgeList read = EdgeList.read(file("odd.csv", text.replace('|', '\n')), Optional.empty());

    assertThat(String.join(" ", read.findings().stream().map(Finding::code).toList()))
        .isEqualTo(code);
  }

  @Test
  void everyFaultyRowIsReported() throws IOException {
    Failure failure = failure(file("bad.csv", "from,to,amount\na,b,x\n,b,1\na,b,2\na,b,-1\n"));

    assertThat(failure.findings())
        .extracting(f -> f.place().orElseThrow().line())
        .containsExactly(2, 3, 5);
  }

  @Test
  void missingWronglyEncodedAndCutOffFilesAreRefused() throws IOException {
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "from,to,amount\ncaf\u00e9,b,1\n".getBytes(StandardCharsets.ISO_8859_1));
    Path cut = folder.resolve("cut.csv.gz");
    byte[] whole = gzip(REEF);
    Files.write(cut, Arrays.copyOf(whole, whole.length - 12));

    assertThat(failure(folder.resolve("none.csv")).findings())
        .extracting(Finding::code)
        .containsExactly("E0510");
    assertThat(failure(latin).findings()).extracting(Finding::code).contains("E0510");
    assertThat(failure(cut).findings()).extracting(Finding::code).contains("E0510");
  }

  @Test
  void manyPaymentsToOneselfAreOneWarning() throws IOException {
    StringBuilder text = new StringBuilder("from,to,amount\na,b,1\n");
    for (int k = 0; k < 30; k++) {
      text.append('n').append(k).append(",n").append(k).append(",2\n");
    }
    EdgeList read = EdgeList.read(file("self.csv", text.toString()), Optional.empty());

    assertThat(read.findings()).extracting(Finding::code).containsExactly("W0513");
    assertThat(read.findings().getFirst().values()).containsEntry("count", 30L);
  }

  @Test
  void aNodeNamedTwiceIsRefused() throws IOException {
    Path edges = file("e.csv", "from,to,amount\na,b,3\n");
    Path nodes = file("n.csv", "node,external_in,external_out\na,3,0\na,1,1\n");
    Failure failure =
        catchThrowableOfType(Failure.class, () -> EdgeList.read(edges, Optional.of(nodes)));

    assertThat(failure.findings()).extracting(Finding::code).containsExactly("E0515");
  }

  private static Failure failure(Path path) {
    return catchThrowableOfType(Failure.class, () -> EdgeList.read(path, Optional.empty()));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
