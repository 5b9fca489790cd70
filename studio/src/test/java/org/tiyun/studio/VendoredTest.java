package org.tiyun.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What others wrote is pinned, whole and named; the pages ask nobody else. */
class VendoredTest {
  private static final Path WEB = Path.of("src/main/resources/org/tiyun/studio/web");
  private static final Path SERVED = WEB.resolve("vendor");
  private static final Path TESTS = Path.of("src/test/resources/vendored");

  /** A row of a lock: a file, one package whose code is in it, and the file's checksum. */
  private record Locked(String file, String name, String version, String licence, String sha256) {
    static List<Locked> of(Path folder) throws IOException {
      return Files.readAllLines(folder.resolve("lock.csv")).stream()
          .skip(1)
          .map(line -> line.split(",", -1))
          .map(cells -> new Locked(cells[0], cells[1], cells[2], cells[3], cells[4]))
          .toList();
    }
  }

  @Test
  void vendoredFilesAreThoseOfTheLock() throws Exception {
    for (Path folder : List.of(SERVED, TESTS)) {
      List<Locked> lock = Locked.of(folder);
      assertThat(lock).isNotEmpty();
      for (Locked row : lock) {
        byte[] digest =
            MessageDigest.getInstance("SHA-256")
                .digest(Files.readAllBytes(folder.resolve(row.file())));
        assertThat(HexFormat.of().formatHex(digest)).as(row.file()).isEqualTo(row.sha256());
      }
    }
  }

  @Test
  void nothingIsServedFromTheVendoredFolderThatTheLockDoesNotName() throws IOException {
    Set<String> locked = Locked.of(SERVED).stream().map(Locked::file).collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(SERVED)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          // The trimmed types are ours, and neither they nor the lock are served.
          .containsOnlyOnceElementsOf(locked)
          .allMatch(f -> locked.contains(f) || f.endsWith(".d.ts") || f.equals("lock.csv"));
    }
    try (Served served = Served.shipped()) {
      for (String file : locked) {
        var answer = served.get("/static/vendor/" + file);
        assertThat(answer.statusCode()).as(file).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Files.readString(SERVED.resolve(file)));
      }
      assertThat(served.get("/static/vendor/lock.csv").statusCode()).isEqualTo(404);
    }
  }

  /**
   * The module says in its first line whose code it holds; each is pinned, and its licence kept.
   */
  @Test
  void everyPackageInTheModuleIsPinnedWithItsLicence() throws IOException {
    List<Locked> lock = Locked.of(SERVED).stream().filter(l -> !l.name().isEmpty()).toList();
    String first = Files.readString(SERVED.resolve("d3.js")).lines().findFirst().orElseThrow();
    List<String> held =
        Pattern.compile("([a-z0-9-]+@[0-9.]+)")
            .matcher(first)
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(held)
        .hasSizeGreaterThan(5)
        .containsExactlyInAnyOrderElementsOf(
            lock.stream().map(l -> l.name() + "@" + l.version()).toList());
    String licences = Files.readString(SERVED.resolve("d3-licences.txt"));
    JsonNode pinned =
        Served.read(Files.readString(Path.of("vendor/package-lock.json"))).get("packages");
    String notice = Files.readString(Path.of("../NOTICE"));
    for (Locked row : lock) {
      JsonNode pin = pinned.get("node_modules/" + row.name());
      assertThat(pin).as(row.name()).isNotNull();
      assertThat(pin.get("version").asString()).isEqualTo(row.version());
      assertThat(pin.get("license").asString()).isEqualTo(row.licence());
      assertThat(pin.get("integrity").asString()).startsWith("sha512-");
      assertThat(pin.has("resolved")).as("no registry's address").isFalse();
      assertThat(row.licence()).isIn("ISC", "BSD-3-Clause");
      String[] parts =
          licences.split(
              Pattern.quote("== %s %s (%s)".formatted(row.name(), row.version(), row.licence())));
      assertThat(parts).as("licence of " + row.name()).hasSize(2);
      assertThat(parts[1].strip()).startsWith("Copyright").contains("AS IS");
      assertThat(notice).contains(row.name());
    }
    assertThat(notice).contains("axe-core 4.10.3", "MPL-2.0");
  }

  @Test
  void theScriptsOfThePagesAreSmallAndAskNobodyElse() throws IOException {
    long zipped = 0;
    try (Stream<Path> files = Files.walk(WEB)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".js")).sorted().toList()) {
        String script = Files.readString(file);
        zipped += zipped(script);
        boolean ours = !file.startsWith(SERVED);
        assertThat(script.replaceAll("http://www\\.w3\\.org/[A-Za-z0-9/]+", ""))
            .as(file.toString())
            .doesNotContain("http://", "https://", "eval(", "new Function", "document.write")
            .doesNotContain(
                ours ? List.of(".innerHTML", "insertAdjacentHTML") : List.of("insertAdjacentHTML"));
      }
    }
    // The budget of the map's page, which all pages together keep.
    assertThat(zipped).isPositive().isLessThan(150_000);
  }

  private static long zipped(String text) throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    try (var zip = new java.util.zip.GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.size();
  }
}
