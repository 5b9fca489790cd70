/** HTTP: requests in, answers out, within limits. */
package org.tiyun.studio.web;
