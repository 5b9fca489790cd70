/**
 * What a ledger or a list of payments says about money that goes round: the answers, ready to show.
 */
package org.tiyun.circuit;
