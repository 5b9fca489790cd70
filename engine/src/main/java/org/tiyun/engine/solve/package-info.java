/** Linear and nonlinear solving of one lane. */
package org.tiyun.engine.solve;
