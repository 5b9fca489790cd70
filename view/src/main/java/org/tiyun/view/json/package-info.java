/** Answers for programs: JSON and CSV. */
package org.tiyun.view.json;
