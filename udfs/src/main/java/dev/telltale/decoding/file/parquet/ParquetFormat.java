package dev.telltale.decoding.file.parquet;

import dev.telltale.decoding.file.DamagedFile;
import dev.telltale.decoding.file.FileBytes;
import dev.telltale.decoding.file.FileFormat;
import dev.telltale.decoding.file.FileParts;
import dev.telltale.decoding.file.FileRecords;
import dev.telltale.decoding.file.Gaps;
import dev.telltale.decoding.file.RowBudget;
import dev.telltale.decoding.file.Segment;
import dev.telltale.decoding.file.Segments;
import dev.telltale.fault.FaultKind;
import java.util.List;

/**
 * Parquet (https://github.com/apache/parquet-format), recognised by its head, so that a file
 * without its tail is named too.
 */
public final class ParquetFormat implements FileFormat {
  @Override
  public String id() {
    return "parquet";
  }

  @Override
  public boolean claims(byte[] bytes, int from, int length) {
    FileBytes head = new FileBytes(bytes, from, length);
    return head.hasAscii(0, ParquetFooter.MAGIC) || head.hasAscii(0, ParquetFooter.ENCRYPTED);
  }

  @Override
  public FileParts open(FileBytes file, RowBudget budget, FileRecords records) {
    ParquetFooter footer;
    try {
      footer = ParquetFooter.read(file, budget);
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (Throwable broken) {
      DamagedFile damage =
          DamagedFile.of(broken, FaultKind.PARQUET, Math.max(0, file.length() - 8));
      return Segments.whollyDamaged(file, damage, budget, records);
    }
    ParquetRowGroups groups = ParquetRowGroups.of(file, footer, budget);
    List<Segment> segments = groups.segments();
    Gaps gaps = new Gaps(file, segments, footer.start(), footer.lengthToEnd());
    return new Segments(
        FaultKind.PARQUET,
        segments.iterator(),
        () ->
            gaps.parts(
                FaultKind.PARQUET,
                budget,
                records,
                groups.lost(),
                body -> new ParquetDescription(footer, budget.fresh()).describe(body)),
        budget,
        records);
  }
}
