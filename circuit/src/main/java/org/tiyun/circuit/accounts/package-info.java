/** The year's accounts: every cell with its range, and where the sources disagree. */
package org.tiyun.circuit.accounts;
