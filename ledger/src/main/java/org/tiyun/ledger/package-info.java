/** Who pays whom, with evidence: the records of a ledger, and the reader that checks it. */
package org.tiyun.ledger;
