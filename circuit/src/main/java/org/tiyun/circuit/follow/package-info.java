/** A dollar followed hand by hand through the balanced matrix. */
package org.tiyun.circuit.follow;
