/** One operation over all lanes at a time. */
package org.tiyun.engine.lanes;
