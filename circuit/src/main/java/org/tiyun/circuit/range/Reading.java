package org.tiyun.circuit.range;

import java.util.Map;
import org.tiyun.circuit.matrix.FlowMatrix;

/** What is read off a matrix to be given with a range. */
public interface Reading {
  /** Figures by name; every matrix of one year gives the same names, NaN where it has no value. */
  Map<String, Double> of(FlowMatrix matrix);
}
