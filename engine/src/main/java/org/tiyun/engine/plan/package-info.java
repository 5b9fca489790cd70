/** Expressions as a graph, and the order in which they are solved. */
package org.tiyun.engine.plan;
