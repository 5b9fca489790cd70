/**
 * Data packages in general: {@code datapackage.json}, CSV, types, constraints and keys. Knows
 * nothing of firms or money.
 */
package org.tiyun.ledger.table;
