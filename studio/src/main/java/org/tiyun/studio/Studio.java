package org.tiyun.studio;

import org.tiyun.studio.api.Api;
import org.tiyun.studio.shelf.Shelf;
import org.tiyun.studio.web.WebServer;

/**
 * A running studio: pages in which the money can be seen, run and braked, and the interface that
 * they use.
 */
public final class Studio implements AutoCloseable {
  private final WebServer server;

  private Studio(WebServer server) {
    this.server = server;
  }

  /**
   * Listens, and makes in the background what the first page needs.
   *
   * @throws org.tiyun.words.Failure E0710 where the address cannot be had
   */
  public static Studio start(StudioSettings settings) {
    Api api = new Api(new Shelf(settings.home(), settings.paths()), settings.version());
    Studio studio = new Studio(WebServer.start(settings.host(), settings.port(), api));
    Thread.ofPlatform()
        .daemon()
        .name("tiyun-warm")
        .start(() -> {
          try {
            api.warm();
          } catch (RuntimeException unsound) {
            // Whoever asks for it is told what is wrong with it.
          }
        });
    return studio;
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }
}
