/** Exponential, logarithm and power: one of each for constants, all back ends and all machines. */
package org.tiyun.language.elementary;
