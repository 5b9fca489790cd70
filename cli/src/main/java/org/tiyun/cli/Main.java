package org.tiyun.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The {@code tiyun} command: the one place that knows the process it runs in. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // UTF-8 whatever the locale: the same bytes on every machine.
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    Surroundings around =
        new Surroundings(
            out,
            err,
            System.getenv(),
            Path.of(System.getProperty("tiyun.home", "")),
            Boolean.getBoolean("tiyun.out.terminal"),
            Boolean.getBoolean("tiyun.err.terminal"));
    int code = new Cli(around).run(args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
