package org.tiyun.engine.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tiyun.engine.program.Code;
import org.tiyun.engine.program.Program;

/** Cells that what is not an instruction reads and sets. */
record Outside(List<Integer> read, List<Integer> written) {

  static Outside of(Program program, Instruction i) {
    List<Integer> read = new ArrayList<>();
    List<Integer> written = new ArrayList<>();
    switch (i.op()) {
      case Code.SOLVE -> {
        Program.System system = program.systems().get(i.a());
        add(written, system.tears());
        add(read, system.right());
        Arrays.stream(system.matrix()).forEach(row -> add(read, row));
      }
      case Code.BEGIN -> {
        Program.Search search = program.searches().get(i.a());
        add(read, search.before());
        add(written, search.tears());
      }
      case Code.AGAIN -> {
        Program.Search search = program.searches().get(i.a());
        add(read, search.g());
        add(read, search.others());
        Arrays.stream(search.slope()).forEach(row -> add(read, row));
        add(written, search.tears());
      }
      case Code.CLEAR -> {
        Program.Clearing clearing = program.clearing().orElseThrow();
        add(read, clearing.owed());
        add(read, clearing.resource());
        add(written, clearing.paid());
        add(written, clearing.shortfall());
      }
      case Code.EVENT -> {
        read.add(i.a());
        read.add(i.b());
      }
      default -> throw new IllegalArgumentException("instruction " + i.op());
    }
    return new Outside(read, written);
  }

  private static void add(List<Integer> list, int[] cells) {
    for (int cell : cells) {
      list.add(cell);
    }
  }
}
