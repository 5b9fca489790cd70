package org.tiyun.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What others wrote is pinned; the pages hold nothing of others and ask nobody else. */
class VendoredTest {
  @Test
  void vendoredFilesAreThoseOfTheLock() throws Exception {
    List<String> lock = text("/vendored/lock.csv").lines().skip(1).toList();
    assertThat(lock).isNotEmpty();
    for (String line : lock) {
      String[] cells = line.split(",");
      try (InputStream in = VendoredTest.class.getResourceAsStream("/vendored/" + cells[0])) {
        assertThat(in).as(cells[0]).isNotNull();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
        assertThat(HexFormat.of().formatHex(digest)).as(cells[0]).isEqualTo(cells[4]);
      }
    }
  }

  @Test
  void theScriptsOfThePagesAreSmallAndAskNobodyElse() throws IOException {
    Path web = Path.of("src/main/resources/org/tiyun/studio/web");
    long zipped = 0;
    try (Stream<Path> files = Files.walk(web)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".js")).sorted().toList()) {
        String script = Files.readString(file);
        assertThat(script.replace("http://www.w3.org/2000/svg", ""))
            .as(file.toString())
            .doesNotContain(
                "http://",
                "https://",
                "eval(",
                "new Function",
                ".innerHTML",
                "insertAdjacentHTML",
                "document.write");
        zipped += zipped(script);
      }
    }
    // The budget is 150 KB for the page of the map; all pages together stay below half of it.
    assertThat(zipped).isPositive().isLessThan(75_000);
  }

  private static long zipped(String text) throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    try (var zip = new java.util.zip.GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.size();
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = VendoredTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
