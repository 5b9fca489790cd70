/** Counter-based random numbers. */
package org.tiyun.engine.random;
