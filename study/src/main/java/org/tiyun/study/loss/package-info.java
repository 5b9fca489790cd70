/** What a future costs whom: the losses that the books of a model show. */
package org.tiyun.study.loss;
