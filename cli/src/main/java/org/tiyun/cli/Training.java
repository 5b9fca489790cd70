package org.tiyun.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.tiyun.studio.Studio;
import org.tiyun.studio.StudioSettings;
import org.tiyun.study.open.Home;

/**
 * What the launcher has the JVM watch once after a build, so that later starts find loaded what
 * they need: a report, and the first minute of a studio. Its arguments are those of the report.
 */
final class Training {
  private static final List<String> ASKED =
      List.of(
          "/map?lang=en",
          "/static/app.js",
          "/api/words/en",
          "/api/ledgers/ai-2025",
          "/api/ledgers/ai-2025/map?view=cash&lang=en&format=wide",
          "/api/models/ai-loop");
  private static final int MOVES = 20;

  private Training() {}

  public static void main(String[] args) throws IOException {
    Path home = Path.of(System.getProperty("tiyun.home", ""));
    Surroundings around =
        new Surroundings(System.out, System.err, System.getenv(), home, false, false);
    int code = new Cli(around).run(args);
    try (Studio studio =
        Studio.start(
            new StudioSettings(new Home(home), List.of(), "localhost", 0, Version.current()))) {
      for (String address : ASKED) {
        ask(studio.port(), address);
      }
      for (int i = 0; i < MOVES; i++) {
        ask(studio.port(), "/api/runs?m=ai-loop&s.patience=" + (0.5 + 0.01 * i));
      }
    }
    System.exit(code);
  }

  /** Asks as a browser does and reads the answer to its end. */
  private static void ask(int port, String address) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      String request =
          "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
