/** A program as JVM bytecode: operations fused into loops over lanes. */
package org.tiyun.engine.compile;
