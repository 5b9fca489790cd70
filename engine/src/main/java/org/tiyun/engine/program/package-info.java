/** A setting as instructions over cells: what the back ends execute. */
package org.tiyun.engine.program;
