/** Exponential, logarithm and power: one of each for all back ends and all machines. */
package org.tiyun.engine.elementary;
