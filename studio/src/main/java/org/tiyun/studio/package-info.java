/** The studio: a server of pages and of what they ask. */
package org.tiyun.studio;
