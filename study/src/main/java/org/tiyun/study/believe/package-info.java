/** What one must believe for each outcome: the verdict over parameters that no data identify. */
package org.tiyun.study.believe;
