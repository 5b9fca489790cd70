/** What the deals say without any balance: layers by stage, and loops of promises. */
package org.tiyun.circuit.deals;
