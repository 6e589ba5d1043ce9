package dev.telltale.decoding;

import dev.telltale.decoding.file.FileBytes;
import dev.telltale.decoding.file.FileFormat;
import dev.telltale.decoding.file.FileFrames;
import dev.telltale.decoding.file.FileParts;
import dev.telltale.decoding.file.FileRecords;
import dev.telltale.decoding.file.RowBudget;
import dev.telltale.decoding.file.RowColumns;
import dev.telltale.decoding.file.avro.AvroFormat;
import dev.telltale.decoding.file.orc.OrcFormat;
import dev.telltale.decoding.file.parquet.ParquetFormat;
import dev.telltale.fault.FaultKind;
import dev.telltale.framing.LeafHead;
import dev.telltale.framing.Shape;
import dev.telltale.framing.WholeLeaf;
import dev.telltale.limit.Limits;
import dev.telltale.record.Describer;
import java.util.List;

/** The registration of all formats that are whole files. Thread-safe. */
public final class FileFormats {
  private final List<FileFormat> formats =
      List.of(new ParquetFormat(), new AvroFormat(), new OrcFormat());
  private final Describer columns;

  /**
   * @param usualColumns reads columns by the names that are usual in events
   */
  public FileFormats(Describer usualColumns) {
    columns = new RowColumns(usualColumns);
  }

  /**
   * The frames of the leaf if its first bytes are a file's and it is not too long; otherwise null,
   * and the head still gives the whole leaf.
   */
  public FileFrames claiming(LeafHead head, Limits limits) {
    for (FileFormat format : formats) {
      boolean binary = head.shape() == Shape.BINARY;
      if (binary && format.claims(head.reveal(), head.from(), head.length())) {
        return opened(format, head, limits);
      }
    }
    return null;
  }

  private FileFrames opened(FileFormat format, LeafHead head, Limits limits) {
    WholeLeaf leaf = head.file();
    if (leaf == null) {
      head.fault(FaultKind.FILE_LIMIT, limits.fileBytes());
      return null;
    }
    RowBudget budget = new RowBudget(limits, leaf.length());
    FileRecords records = new FileRecords(format.id(), columns);
    FileParts parts = format.open(FileBytes.of(leaf), budget, records);
    return new FileFrames(format.id(), head, leaf, parts);
  }
}
