package org.tiyun.studio.shelf;

import org.tiyun.engine.Plan;
import org.tiyun.study.open.OpenModel;

/** A model ready to be run any number of times. */
public record Opened(String id, OpenModel open, Plan plan, Look look) {}
