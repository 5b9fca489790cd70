/** Plain files of payments, without a ledger. */
package org.tiyun.circuit.edges;
