import org.jspecify.annotations.NullMarked;
import org.tiyun.ledger.columns.ColumnFiles;
import org.tiyun.parquet.ParquetFiles;

/** Parquet: reads and writes it, through DuckDB. */
@NullMarked
module org.tiyun.parquet {
  requires static org.jspecify;
  requires org.tiyun.ledger;
  requires java.sql;
  requires duckdb.jdbc;

  provides ColumnFiles with
      ParquetFiles;
}
