package org.tiyun.studio.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Server-sent events to one reader. */
public final class Stream {
  private final OutputStream out;

  Stream(OutputStream out) {
    this.out = out;
  }

  /**
   * Sends an event.
   *
   * @param data one line of JSON
   * @throws UncheckedIOException where the reader has gone: the work is then of no use
   */
  public void send(String event, String data) {
    write("event: " + event + "\ndata: " + data.replace("\n", "") + "\n\n");
  }

  /**
   * A sign of life that says nothing, so that it is noticed soon when the reader has gone.
   *
   * @throws UncheckedIOException where the reader has gone
   */
  public void beat() {
    write(":\n\n");
  }

  private void write(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
