/** Numbers that are solved for: the smallest value at which a condition holds. */
package org.tiyun.study.solve;
