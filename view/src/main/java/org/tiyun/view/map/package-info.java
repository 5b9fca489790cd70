/** The money map: who pays whom, as a picture drawn on the server. */
package org.tiyun.view.map;
