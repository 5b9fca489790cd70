/** What becomes of a model over an ensemble: shares of outcomes, and what decides between them. */
package org.tiyun.study.verdict;
