/** The yearly matrix of cash paid: every firm balanced. */
package org.tiyun.circuit.matrix;
