package org.tiyun.engine.compile;

import java.util.List;

/**
 * Operations done together, lane by lane, with what passes between them in registers.
 *
 * @param stored cells of results that memory must hold afterwards
 */
record Loop(List<Instruction> body, List<Integer> stored) {
  Loop {
    body = List.copyOf(body);
    stored = List.copyOf(stored);
  }
}
