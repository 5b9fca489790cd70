package org.tiyun.circuit.edges;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Remembers the last sign of a text, which tells whether its last line was written to the end. */
final class LastSign extends FilterReader {
  private int last = '\n';

  LastSign(Reader in) {
    super(in);
  }

  /** True where nothing was read or the last sign is the end of a line. */
  boolean endsLine() {
    return last == '\n' || last == '\r';
  }

  @Override
  public int read() throws IOException {
    int sign = super.read();
    last = sign < 0 ? last : sign;
    return sign;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    int got = super.read(into, offset, length);
    last = got > 0 ? into[offset + got - 1] : last;
    return got;
  }
}
