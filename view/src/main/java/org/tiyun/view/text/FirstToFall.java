package org.tiyun.view.text;

import java.util.Optional;
import org.tiyun.study.brake.BrakeFutures;

/** Who is the first to fall in most futures, and in how many of them. */
record FirstToFall(Called called, Figures figures) {

  /** Empty where nobody falls. */
  Optional<String> of(BrakeFutures futures) {
    return futures.firstToFall().entrySet().stream()
        .findFirst()
        .map(e -> called.firm(e.getKey()) + " " + figures.percent(e.getValue()));
  }
}
