package org.tiyun.circuit.edges;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * Payments of a plain file: no quotation marks, no signs or exponents, every row as long as the
 * header, all in UTF-8. Files of many millions of rows are like that. Any file that is not is left
 * to {@link AmountTable}, which reads everything and says what is wrong and where.
 *
 * <p>A line end always ends a row where there are no quotation marks, so a large file is read in as
 * many stretches as there are threads ({@link PlainRows}), side by side. The payments come in the
 * order of the file whatever the number of threads.
 *
 * @param names parties, in no order that means anything; {@code from}, {@code to} and {@code
 *     amount} by row, {@code count} rows of them filled
 * @param lineEnded whether the last row ends as a row does: if not, the file may be cut off
 */
record PlainPayments(
    String[] names, int[] from, int[] to, double[] amount, int count, boolean lineEnded) {
  /** Bytes below which a stretch is not worth a thread. */
  private static final long STRETCH = 8 << 20;

  private static final int HEADER = 1 << 16;

  /** The payments, or empty where the file is not that plain, faulty ones included. */
  static Optional<PlainPayments> read(Path path) {
    long threads = ForkJoinPool.getCommonPoolParallelism() + 1L;
    return read(path, (int) Math.clamp(path.toFile().length() / STRETCH, 1, threads));
  }

  /** In so many stretches. */
  static Optional<PlainPayments> read(Path path, int stretches) {
    try {
      if (path.toString().endsWith(".gz")) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(path), 1 << 16)) {
          return whole(in);
        }
      }
      return inStretches(path, stretches);
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static Optional<PlainPayments> whole(InputStream in) throws IOException {
    byte[] begin = in.readNBytes(HEADER);
    PlainHeader header = PlainHeader.of(begin, begin.length);
    if (!header.plain()) {
      return Optional.empty();
    }
    PlainRows rows = new PlainRows(header.role());
    InputStream after =
        new ByteArrayInputStream(begin, header.length(), begin.length - header.length());
    return rows.read(new SequenceInputStream(after, in), Long.MAX_VALUE)
        ? joined(List.of(rows))
        : Optional.empty();
  }

  private static Optional<PlainPayments> inStretches(Path path, int many) throws IOException {
    long size = Files.size(path);
    PlainHeader header;
    try (InputStream in = Files.newInputStream(path)) {
      byte[] begin = in.readNBytes(HEADER);
      header = PlainHeader.of(begin, begin.length);
    }
    if (!header.plain()) {
      return Optional.empty();
    }
    long[] start = new long[many + 1];
    start[0] = header.length();
    start[many] = size;
    for (int k = 1; k < many; k++) {
      start[k] = Math.max(start[k - 1], lineAfter(path, size * k / many));
    }
    List<PlainRows> rows =
        IntStream.range(0, many).mapToObj(k -> new PlainRows(header.role())).toList();
    boolean plain =
        IntStream.range(0, many)
            .parallel()
            .allMatch(k -> stretch(path, rows.get(k), start[k], start[k + 1]));
    return plain ? joined(rows) : Optional.empty();
  }

  private static boolean stretch(Path path, PlainRows rows, long start, long end) {
    try (InputStream in = Files.newInputStream(path)) {
      in.skipNBytes(start);
      return rows.read(in, end - start);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the first line begins behind a place in a file. */
  private static long lineAfter(Path path, long place) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      in.skipNBytes(place);
      byte[] some = new byte[4096];
      long at = place;
      for (int got = in.read(some); got > 0; got = in.read(some)) {
        for (int k = 0; k < got; k++) {
          if (some[k] == '\n') {
            return at + k + 1;
          }
        }
        at += got;
      }
      return at;
    }
  }

  /** All stretches as one; names that several of them have become one. */
  private static Optional<PlainPayments> joined(List<PlainRows> rows) {
    int count = Math.toIntExact(rows.stream().mapToLong(r -> r.count).sum());
    PlainRows first = rows.getFirst();
    if (rows.size() > 1) {
      int at = first.count;
      first.from = Arrays.copyOf(first.from, count);
      first.to = Arrays.copyOf(first.to, count);
      first.amount = Arrays.copyOf(first.amount, count);
      for (PlainRows more : rows.subList(1, rows.size())) {
        int[] number = more.names.numbersIn(first.names);
        for (int row = 0; row < more.count; row++) {
          first.from[at + row] = number[more.from[row]];
          first.to[at + row] = number[more.to[row]];
        }
        System.arraycopy(more.amount, 0, first.amount, at, more.count);
        at += more.count;
      }
    }
    boolean ended = rows.getLast().lineEnded;
    return count == 0
        ? Optional.empty()
        : names(first.names)
            .map(names ->
                new PlainPayments(names, first.from, first.to, first.amount, count, ended));
  }

  /** All names, or empty where one is not UTF-8 or has blanks of other scripts around it. */
  private static Optional<String[]> names(NameTable table) {
    CharsetDecoder strict =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    String[] names = new String[table.size()];
    try {
      for (int k = 0; k < names.length; k++) {
        names[k] = name(table.bytes(k), strict);
        if (!names[k].equals(names[k].strip())) {
          return Optional.empty();
        }
      }
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
    return Optional.of(names);
  }

  private static String name(ByteBuffer bytes, CharsetDecoder strict)
      throws CharacterCodingException {
    int begin = bytes.arrayOffset() + bytes.position();
    for (int k = 0; k < bytes.remaining(); k++) {
      if (bytes.array()[begin + k] < 0) {
        return strict.decode(bytes).toString();
      }
    }
    return new String(bytes.array(), begin, bytes.remaining(), StandardCharsets.ISO_8859_1);
  }
}
