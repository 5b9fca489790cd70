/** Models and ledgers that are served. */
package org.tiyun.studio.shelf;
