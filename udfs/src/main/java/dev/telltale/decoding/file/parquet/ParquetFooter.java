package dev.telltale.decoding.file.parquet;

import dev.telltale.decoding.file.DamagedFile;
import dev.telltale.decoding.file.FileBytes;
import dev.telltale.decoding.file.RowBudget;
import dev.telltale.fault.FaultKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.schema.MessageType;

/**
 * The description at the end of a Parquet file, its lengths checked before the library reads it.
 * Statistics are left to us: the library would log what the file says about its writer.
 */
final class ParquetFooter {
  static final String MAGIC = "PAR1";
  static final String ENCRYPTED = "PARE";

  private static final int TAIL = 8;

  private final int start;
  private final int length;
  private final FileMetaData metadata;
  private final MessageType schema;

  private ParquetFooter(int start, int length, FileMetaData metadata, MessageType schema) {
    this.start = start;
    this.length = length;
    this.metadata = metadata;
    this.schema = schema;
  }

  /** Fails with the place of the damage. */
  static ParquetFooter read(FileBytes file, RowBudget budget) throws IOException {
    int tail = file.length() - TAIL;
    if (tail < MAGIC.length()) {
      throw new DamagedFile(FaultKind.PARQUET, file.length());
    }
    if (file.hasAscii(tail + 4, ENCRYPTED)) {
      throw new DamagedFile(FaultKind.PARQUET_ENCRYPTED, tail);
    }
    int length = file.int32(tail);
    if (!file.hasAscii(tail + 4, MAGIC) || length <= 0 || length > tail - MAGIC.length()) {
      throw new DamagedFile(FaultKind.PARQUET, tail);
    }
    int start = tail - length;
    if (length > budget.limits().fileBlockBytes()) {
      throw new DamagedFile(FaultKind.FILE_BLOCK_LIMIT, start);
    }
    ThriftShape.end(file, start, tail, budget.limits().jsonTokens());
    FileMetaData metadata =
        Util.readFileMetaData(new ByteArrayInputStream(file.reveal(), file.from() + start, length));
    checkDepth(metadata.getSchema(), budget.limits().jsonDepth(), start);
    FileMetaData bare = new FileMetaData(metadata.getVersion(), metadata.getSchema(), 0, List.of());
    MessageType schema =
        new ParquetMetadataConverter().fromParquetMetadata(bare).getFileMetaData().getSchema();
    return new ParquetFooter(start, length, metadata, schema);
  }

  /**
   * The schema is a list in which every group counts its children: the library recurses into it.
   */
  private static void checkDepth(List<SchemaElement> elements, int maxDepth, int position) {
    Deque<Integer> open = new ArrayDeque<>();
    for (SchemaElement element : elements) {
      while (!open.isEmpty() && open.peek() == 0) {
        open.pop();
      }
      if (!open.isEmpty()) {
        open.push(open.pop() - 1);
      }
      if (element.getNum_children() > 0) {
        open.push(element.getNum_children());
      }
      if (open.size() > maxDepth) {
        throw new DamagedFile(FaultKind.JSON_DEPTH_LIMIT, position);
      }
    }
  }

  /** Where the description starts; the rest of the file comes before it. */
  int start() {
    return start;
  }

  /** The length of the description with what follows it. */
  int lengthToEnd() {
    return length + TAIL;
  }

  FileMetaData metadata() {
    return metadata;
  }

  MessageType schema() {
    return schema;
  }

  @Override
  public String toString() {
    return "footer of " + length + " bytes";
  }
}
