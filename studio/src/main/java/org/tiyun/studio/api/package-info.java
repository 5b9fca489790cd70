/** Who answers which address. */
package org.tiyun.studio.api;
