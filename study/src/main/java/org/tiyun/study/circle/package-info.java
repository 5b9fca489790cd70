/**
 * Who belongs to a circle, and what was paid in it over a year: what all its measures are made of.
 */
package org.tiyun.study.circle;
