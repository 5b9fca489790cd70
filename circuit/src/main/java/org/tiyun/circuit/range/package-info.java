/** How certain the figures are: draws within the ranges of the sources, and choices of boundary. */
package org.tiyun.circuit.range;
