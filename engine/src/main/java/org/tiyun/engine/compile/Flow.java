package org.tiyun.engine.compile;

import java.util.List;

/**
 * One code of a program after everything that is known before the run has been taken out of it.
 *
 * @param scalar operations on numbers that are the same in all lanes: done once, before the others
 * @param lanes operations on what varies, and what is done outside, in order; operands are roots
 */
record Flow(List<Instruction> scalar, List<Instruction> lanes) {}
