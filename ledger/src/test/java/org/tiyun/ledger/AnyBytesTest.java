package org.tiyun.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes the files hold, reading ends with findings or a ledger and never with a trace. */
class AnyBytesTest {
  private static final byte[] NASTY =
      "\"\r\n,\0\\{}[]:-.eE\u00ff".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.range(0, 80);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void endWithFindingsOrALedger(long seed) throws IOException {
    Random random = new Random(seed);
    Packages.copy(folder);
    List<Path> files;
    try (var listed = Files.list(folder)) {
      files = listed.filter(file -> !file.toString().endsWith(".md")).sorted().toList();
    }
    Path file = files.get(random.nextInt(files.size()));
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < 1 + random.nextInt(20); i++) {
      bytes[random.nextInt(bytes.length)] = NASTY[random.nextInt(NASTY.length)];
    }
    if (random.nextInt(4) == 0) {
      bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
    Files.write(file, bytes);
    LedgerReading reading = LedgerReader.read(folder);
    assertThat(reading.ledger().isPresent() || !reading.findings().isEmpty()).isTrue();
    Packages.findings(folder);
  }
}
