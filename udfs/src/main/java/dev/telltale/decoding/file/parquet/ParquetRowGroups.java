package dev.telltale.decoding.file.parquet;

import dev.telltale.decoding.file.BoundedBytes;
import dev.telltale.decoding.file.DamagedFile;
import dev.telltale.decoding.file.FileBytes;
import dev.telltale.decoding.file.RowBudget;
import dev.telltale.decoding.file.RowSource;
import dev.telltale.decoding.file.Segment;
import dev.telltale.fault.FaultKind;
import dev.telltale.unpacking.layer.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.RowGroup;

/** The row groups that the description of a file names, as segments that do not overlap. */
final class ParquetRowGroups {
  private final FileBytes file;
  private final ParquetFooter footer;
  private final RowBudget budget;
  private final List<ColumnDescriptor> leaves;
  private final List<Segment> segments = new ArrayList<>();
  private final TreeMap<Integer, Integer> taken = new TreeMap<>();
  private boolean lost;

  private ParquetRowGroups(FileBytes file, ParquetFooter footer, RowBudget budget) {
    this.file = file;
    this.footer = footer;
    this.budget = budget;
    leaves = footer.schema().getColumns();
  }

  static ParquetRowGroups of(FileBytes file, ParquetFooter footer, RowBudget budget) {
    ParquetRowGroups groups = new ParquetRowGroups(file, footer, budget);
    for (RowGroup group : footer.metadata().getRow_groups()) {
      groups.add(group);
    }
    return groups;
  }

  List<Segment> segments() {
    return segments;
  }

  /** Whether a row group is described so that its place is not known. */
  boolean lost() {
    return lost;
  }

  private void add(RowGroup group) {
    if (group.getNum_rows() == 0 && group.getColumnsSize() == 0) {
      return;
    }
    long start = Long.MAX_VALUE;
    long end = 0;
    boolean sound = group.getColumnsSize() > 0;
    for (int i = 0; sound && i < group.getColumnsSize(); i++) {
      ColumnMetaData column = group.getColumns().get(i).getMeta_data();
      sound = column != null && inside(column);
      if (sound) {
        start = Math.min(start, ParquetColumn.start(column));
        end = Math.max(end, ParquetColumn.start(column) + column.getTotal_compressed_size());
      }
    }
    if (!sound || overlaps((int) start, (int) end)) {
      lost = true;
      FaultKind kind = encrypted(group) ? FaultKind.PARQUET_ENCRYPTED : FaultKind.PARQUET;
      segments.add(Segment.damaged(footer.start(), 0, new DamagedFile(kind, footer.start())));
      return;
    }
    taken.put((int) start, (int) end);
    int length = (int) (end - start);
    segments.add(
        new Segment(
            (int) start,
            length,
            List.of(new Layer("parquet-row-group", 0, length)),
            () -> rows(group)));
  }

  private boolean inside(ColumnMetaData column) {
    long start = ParquetColumn.start(column);
    long length = column.getTotal_compressed_size();
    return start >= ParquetFooter.MAGIC.length()
        && start <= footer.start()
        && length >= 0
        && length <= footer.start() - start;
  }

  private boolean overlaps(int start, int end) {
    Integer before = taken.lowerKey(end);
    return before != null && taken.get(before) > start;
  }

  private static boolean encrypted(RowGroup group) {
    return group.getColumnsSize() > 0
        && group.getColumns().stream().anyMatch(ColumnChunk::isSetCrypto_metadata);
  }

  private RowSource rows(RowGroup group) {
    if (encrypted(group)) {
      throw new DamagedFile(FaultKind.PARQUET_ENCRYPTED, DamagedFile.UNPLACED);
    }
    if (group.getNum_rows() == 0) {
      return () -> null;
    }
    if (group.getColumnsSize() != leaves.size()) {
      throw damaged();
    }
    ParquetMemory memory = new ParquetMemory(new BoundedBytes(budget.limits().fileBlockBytes()));
    List<ParquetColumn> columns = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      ColumnChunk chunk = group.getColumns().get(i);
      check(chunk, leaves.get(i), group.getNum_rows());
      columns.add(
          new ParquetColumn(
              file, footer.start(), chunk.getMeta_data(), leaves.get(i), memory, budget.limits()));
    }
    return new ParquetRows(footer.schema(), leaves, columns, group.getNum_rows(), budget);
  }

  /** Each row has one value of a column that is not repeated, and at least one of every other. */
  private static void check(ColumnChunk chunk, ColumnDescriptor leaf, long rows) {
    long values = chunk.getMeta_data().getNum_values();
    boolean sound =
        !chunk.isSetFile_path()
            && chunk.getMeta_data().getType().name().equals(typeName(leaf))
            && (leaf.getMaxRepetitionLevel() == 0 ? values == rows : values >= rows);
    if (!sound) {
      throw damaged();
    }
  }

  private static String typeName(ColumnDescriptor leaf) {
    String name = leaf.getPrimitiveType().getPrimitiveTypeName().name();
    return name.equals("BINARY") ? "BYTE_ARRAY" : name;
  }

  private static DamagedFile damaged() {
    return new DamagedFile(FaultKind.PARQUET, DamagedFile.UNPLACED);
  }
}
