/** Parquet through DuckDB. */
package org.tiyun.parquet;
