/** Which parts of a model play which part in the questions asked of it. */
package org.tiyun.study.roles;
