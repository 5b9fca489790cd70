/** The eighteen quantities of a circle (docs/verdict.md), each with what it is made of. */
package org.tiyun.study.quantity;
