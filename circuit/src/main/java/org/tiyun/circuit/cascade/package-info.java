/** Who fails when someone does not pay: contagion on a static balance sheet. */
package org.tiyun.circuit.cascade;
