/** The map of what one must believe, as a picture. */
package org.tiyun.view.believe;
