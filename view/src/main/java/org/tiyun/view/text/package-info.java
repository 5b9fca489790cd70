/** Answers for people at a terminal: figures, tables, findings. */
package org.tiyun.view.text;
