/** The report: one self-contained page that reads from top to bottom without a script. */
package org.tiyun.view.report;
