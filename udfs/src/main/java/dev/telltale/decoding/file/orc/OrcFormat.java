package dev.telltale.decoding.file.orc;

import dev.telltale.decoding.file.CellValues;
import dev.telltale.decoding.file.DamagedFile;
import dev.telltale.decoding.file.FileBytes;
import dev.telltale.decoding.file.FileFormat;
import dev.telltale.decoding.file.FileParts;
import dev.telltale.decoding.file.FileRecords;
import dev.telltale.decoding.file.Gaps;
import dev.telltale.decoding.file.RowBudget;
import dev.telltale.decoding.file.RowSource;
import dev.telltale.decoding.file.Segment;
import dev.telltale.decoding.file.Segments;
import dev.telltale.decoding.raw.PrintableRuns;
import dev.telltale.fault.FaultKind;
import dev.telltale.unpacking.layer.Layer;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Span;
import dev.telltale.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.orc.OrcFile;
import org.apache.orc.OrcProto;
import org.apache.orc.Reader;

/** ORC (https://orc.apache.org/specification/ORCv1/), recognised by its head. */
public final class OrcFormat implements FileFormat {
  @Override
  public String id() {
    return "orc";
  }

  @Override
  public boolean claims(byte[] bytes, int from, int length) {
    return new FileBytes(bytes, from, length).hasAscii(0, OrcTailBytes.MAGIC);
  }

  @Override
  public FileParts open(FileBytes file, RowBudget budget, FileRecords records) {
    OrcTailBytes tail;
    Reader reader;
    try {
      tail = OrcTailBytes.read(file, budget);
      InMemoryFileSystem files = new InMemoryFileSystem(file);
      reader =
          OrcFile.createReader(
              InMemoryFileSystem.FILE,
              OrcFile.readerOptions(files.getConf())
                  .filesystem(files)
                  .maxLength(file.length())
                  .useUTCTimestamp(true));
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (Throwable broken) {
      DamagedFile damage = DamagedFile.of(broken, FaultKind.ORC, file.length() - 1L);
      return Segments.whollyDamaged(file, damage, budget, records);
    }
    List<Segment> segments = new ArrayList<>();
    boolean lost = stripes(tail, reader, budget, segments);
    Gaps gaps = new Gaps(file, segments, tail.start(), file.length() - tail.start());
    return new Segments(
        FaultKind.ORC,
        segments.iterator(),
        () ->
            gaps.parts(
                FaultKind.ORC,
                budget,
                records,
                lost,
                body -> describe(tail, reader, budget.fresh(), body)),
        budget,
        records);
  }

  /** Adds the stripes, which follow one another; true if one of them is elsewhere. */
  private static boolean stripes(
      OrcTailBytes tail, Reader reader, RowBudget budget, List<Segment> segments) {
    long end = OrcTailBytes.MAGIC.length();
    boolean lost = false;
    for (OrcProto.StripeInformation stripe : tail.footer().getStripesList()) {
      long offset = stripe.getOffset();
      long index = stripe.getIndexLength();
      long data = stripe.getDataLength();
      long footer = stripe.getFooterLength();
      long max = tail.start();
      boolean sound =
          inside(offset, max) && inside(index, max) && inside(data, max) && inside(footer, max);
      sound = sound && offset >= end && offset + index + data + footer <= max;
      if (!sound) {
        lost = true;
        segments.add(
            Segment.damaged(tail.start(), 0, new DamagedFile(FaultKind.ORC, tail.start())));
        continue;
      }
      end = offset + index + data + footer;
      int length = (int) (end - offset);
      segments.add(
          new Segment(
              (int) offset,
              length,
              List.of(new Layer("orc-stripe", 0, length)),
              () -> rows(tail, reader, stripe, budget)));
    }
    return lost;
  }

  private static boolean inside(long length, long max) {
    return length >= 0 && length <= max;
  }

  private static RowSource rows(
      OrcTailBytes tail, Reader reader, OrcProto.StripeInformation stripe, RowBudget budget)
      throws IOException {
    new OrcStripeCheck(tail, (int) stripe.getOffset(), budget).check(stripe);
    return new OrcRows(reader, stripe.getOffset(), stripe.getNumberOfRows(), budget);
  }

  private static void describe(
      OrcTailBytes tail, Reader reader, RowBudget budget, ObjectValue.Builder body) {
    CellValues cells = new CellValues(budget);
    body.add("schema", cells.text(reader.getSchema().toString(), Span.NONE));
    List<Member> metadata = new ArrayList<>();
    for (OrcProto.UserMetadataItem item : tail.footer().getMetadataList()) {
      byte[] value = item.getValue().toByteArray();
      metadata.add(new Member(item.getName(), cells.binary(value, 0, value.length, Span.NONE)));
    }
    body.add("metadata", metadata.isEmpty() ? null : new ObjectValue(metadata));
    List<Value> bounds = new ArrayList<>();
    for (OrcProto.ColumnStatistics column : tail.footer().getStatisticsList()) {
      if (column.hasStringStatistics()) {
        bounds.add(cells.text(column.getStringStatistics().getMinimum(), Span.NONE));
        bounds.add(cells.text(column.getStringStatistics().getMaximum(), Span.NONE));
      }
    }
    body.add("bounds", bounds.isEmpty() ? null : new ArrayValue(bounds));
    byte[] statistics = tail.statistics();
    String runs = PrintableRuns.of(statistics, 0, statistics.length);
    body.add("stripes", runs.isEmpty() ? null : cells.text(runs, Span.NONE));
  }
}
