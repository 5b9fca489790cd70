/** Mechanisms switched off one by one, and what that changes. */
package org.tiyun.study.ablation;
