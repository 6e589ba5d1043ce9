package dev.telltale.jobs.tables;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.Table;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/** A table as Delta Kernel reads it, which knows neither Spark nor Telltale. */
final class KernelTable {
  private final Engine engine = DefaultEngine.create(new Configuration());
  private final Snapshot snapshot;

  KernelTable(String path) throws Exception {
    snapshot = Table.forPath(engine, path).getLatestSnapshot(engine);
  }

  /**
   * A file of the snapshot.
   *
   * @param partition values by column, as text; null for null
   */
  record DataFile(Path path, Map<String, String> partition) {}

  List<String> columns() {
    return snapshot.getSchema().fieldNames();
  }

  List<DataFile> files() throws IOException {
    List<DataFile> files = new ArrayList<>();
    try (CloseableIterator<Row> rows =
        Utils.intoRows(snapshot.getScanBuilder().build().getScanFiles(engine))) {
      while (rows.hasNext()) {
        Row row = rows.next();
        files.add(
            new DataFile(
                Path.of(URI.create(InternalScanFileUtils.getAddFileStatus(row).getPath())),
                new TreeMap<>(InternalScanFileUtils.getPartitionValues(row))));
      }
    }
    return files;
  }

  /** The values of a column of strings. */
  List<String> strings(String column) throws IOException {
    StructType wanted = new StructType().add(snapshot.getSchema().get(column));
    Scan scan = snapshot.getScanBuilder().withReadSchema(wanted).build();
    Row state = scan.getScanState(engine);
    StructType stored = ScanStateRow.getPhysicalDataReadSchema(state);
    List<String> values = new ArrayList<>();
    try (CloseableIterator<Row> files = Utils.intoRows(scan.getScanFiles(engine))) {
      while (files.hasNext()) {
        Row file = files.next();
        CloseableIterator<ColumnarBatch> batches =
            engine
                .getParquetHandler()
                .readParquetFiles(
                    Utils.singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                    stored,
                    Optional.empty())
                .map(FileReadResult::getData);
        try (CloseableIterator<FilteredColumnarBatch> logical =
            Scan.transformPhysicalData(engine, state, file, batches)) {
          while (logical.hasNext()) {
            try (CloseableIterator<Row> rows = logical.next().getRows()) {
              rows.forEachRemaining(row -> values.add(row.isNullAt(0) ? null : row.getString(0)));
            }
          }
        }
      }
    }
    return values;
  }
}
