package org.tiyun.studio;

import java.nio.file.Path;
import java.util.List;
import org.tiyun.study.open.Home;

/**
 * What a studio serves and where.
 *
 * @param home the shipped models and ledgers
 * @param paths folders of the user's own, before the shipped ones
 * @param host the address to listen on; {@code localhost} is this machine only
 * @param port 1 to 65535, or 0 for any free one
 * @param version of this program
 */
public record StudioSettings(Home home, List<Path> paths, String host, int port, String version) {
  public StudioSettings {
    paths = List.copyOf(paths);
  }
}
