/** Measures of money that goes round, on any network whose nodes balance. */
package org.tiyun.circuit.network;
