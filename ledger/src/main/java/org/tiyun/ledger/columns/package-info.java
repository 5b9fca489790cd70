/** Tables in files that hold them column by column. */
package org.tiyun.ledger.columns;
