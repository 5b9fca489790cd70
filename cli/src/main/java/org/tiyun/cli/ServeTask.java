package org.tiyun.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.tiyun.studio.Studio;
import org.tiyun.studio.StudioSettings;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tiyun serve [PATH]}: the studio, until Ctrl-C. */
@Command(name = "serve")
final class ServeTask implements Task {
  private static final int LAST_PORT = 65535;

  @Parameters(arity = "0..*", paramLabel = "PATH", descriptionKey = "PATH")
  List<String> paths = new ArrayList<>();

  @Option(names = "--port", paramLabel = "N", descriptionKey = "port", defaultValue = "7070")
  int port = 7070;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      descriptionKey = "host",
      defaultValue = "localhost")
  String host = "localhost";

  @Override
  public int run(Session session) {
    session.format(Set.of());
    if (port < 0 || port > LAST_PORT) {
      throw new Failure(Finding.error("E0113").with("value", port).with("option", "--port"));
    }
    List<Path> folders = new ArrayList<>();
    for (String path : paths) {
      folders.add(session.home().require(path));
    }
    try (Studio studio =
        Studio.start(new StudioSettings(session.home(), folders, host, port, Version.current()))) {
      String key = host.equals("localhost") ? "cli.serve.here" : "cli.serve.open";
      session.tell(session.words().say(key, "host", host, "port", Integer.toString(studio.port())));
      session.flush();
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.FINE;
  }
}
