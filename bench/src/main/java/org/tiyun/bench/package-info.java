/** How fast the engine is, beside C on the same machine in the same minute. */
package org.tiyun.bench;
