/** Who can pay what: Eisenberg and Noe (2001) and kin. */
package org.tiyun.clearing;
