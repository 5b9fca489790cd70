package org.tiyun.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.tiyun.engine.lanes.Worker;
import org.tiyun.engine.plan.Drawing;
import org.tiyun.engine.plan.Scheduler;
import org.tiyun.engine.plan.Setting;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Scenario;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.ModelOpener;

/** A model to be measured: shipped, or below {@code bench/models} where its name says so. */
record Subject(CheckedModel model) {
  /** A power of two. */
  private static final int FUTURES = 8192;

  static Subject of(String name) {
    Home home = new Home(Path.of(System.getProperty("tiyun.home", ".")));
    String path = name.contains("/") ? home.root().resolve(name).toString() : name;
    return new Subject(new ModelOpener(home).open(path).model());
  }

  int periods() {
    return model.calendar().horizon();
  }

  int equations() {
    return model.equations().size();
  }

  /** Who runs the base case. */
  Worker worker(boolean compiled, Way way) {
    int[] outputs = IntStream.range(0, way == Way.ONE ? 1 : model.variables().size()).toArray();
    Setting setting =
        Setting.of(
            Scheduler.of(model), Scenario.base(), way == Way.GIVEN ? given() : Drawing.OWN);
    return compiled
        ? Worker.compiled(setting, periods(), 5, outputs)
        : new Worker(setting, periods(), 5, outputs);
  }

  /** All inputs, each read from an array that is there before, a little different in each future. */
  private static Drawing given() {
    return new Drawing() {
      @Override
      public boolean draws(Input input) {
        return true;
      }

      @Override
      public Draw of(Input input, long seed) {
        double[] values = new double[FUTURES];
        Arrays.setAll(values, path -> input.value() * (1 + 1e-6 * path));
        return path -> values[(int) path & FUTURES - 1];
      }
    };
  }

  /** The base case with what is drawn in it. */
  Setting setting() {
    return Setting.of(Scheduler.of(model), Scenario.base(), Drawing.OWN);
  }
}
