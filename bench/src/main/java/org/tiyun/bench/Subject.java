package org.tiyun.bench;

import java.nio.file.Path;
import org.tiyun.engine.lanes.Worker;
import org.tiyun.engine.plan.Drawing;
import org.tiyun.engine.plan.Scheduler;
import org.tiyun.engine.plan.Setting;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Scenario;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.ModelOpener;

/** A model to be measured: shipped, or below {@code bench/models} where its name says so. */
record Subject(CheckedModel model) {

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

  /** Who runs the base case and keeps the first variable. */
  Worker worker(boolean compiled) {
    int[] outputs = {0};
    return compiled
        ? Worker.compiled(setting(), periods(), 5, outputs)
        : new Worker(setting(), periods(), 5, outputs);
  }

  /** The base case with what is drawn in it. */
  Setting setting() {
    return Setting.of(Scheduler.of(model), Scenario.base(), Drawing.OWN);
  }
}
