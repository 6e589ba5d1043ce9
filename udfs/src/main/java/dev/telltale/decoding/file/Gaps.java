package dev.telltale.decoding.file;

import dev.telltale.decoding.raw.PrintableRuns;
import dev.telltale.fault.FaultKind;
import dev.telltale.value.ObjectValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The ranges of a file that no segment holds. The one with the description is decoded; small ones
 * beside it (magic bytes, page indexes, Bloom filters) are read for their printable runs, large
 * ones are scanned raw.
 */
public final class Gaps {
  /** Says in values what the description says. */
  @FunctionalInterface
  public interface Description {
    void describe(ObjectValue.Builder body) throws Exception;
  }

  private record Gap(int offset, int length) {}

  private final FileBytes file;
  private final List<Gap> gaps = new ArrayList<>();
  private final int describedAt;
  private final int describedLength;

  /**
   * @param segments that do not overlap
   * @param describedAt where the description is, outside all segments
   */
  public Gaps(FileBytes file, List<Segment> segments, int describedAt, int describedLength) {
    this.file = file;
    this.describedAt = describedAt;
    this.describedLength = describedLength;
    int at = 0;
    List<Segment> taken = new ArrayList<>(segments);
    taken.add(Segment.empty(describedAt, describedLength));
    taken.add(Segment.empty(file.length(), 0));
    taken.sort(Comparator.comparingInt(Segment::offset).thenComparingInt(Segment::end));
    for (Segment next : taken) {
      if (next.offset() > at) {
        gaps.add(new Gap(at, next.offset() - at));
      }
      at = next.end();
    }
  }

  /**
   * The parts that answer for all gaps.
   *
   * @param lost whether rows may lie in the gaps, because the index does not say where they are
   */
  public List<FilePart> parts(
      FaultKind kind,
      RowBudget budget,
      FileRecords records,
      boolean lost,
      Description description) {
    List<FilePart> parts = new ArrayList<>();
    ObjectValue.Builder body = ObjectValue.builder();
    DamagedFile damage = null;
    try {
      description.describe(body);
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (Throwable broken) {
      damage = DamagedFile.of(broken, kind, describedAt);
    }
    int accounted = describedLength;
    StringBuilder runs = new StringBuilder();
    for (Gap gap : gaps) {
      if (damage == null
          && !lost
          && runs.length() + gap.length() <= budget.limits().windowBytes()) {
        accounted += gap.length();
        String more = PrintableRuns.of(file.reveal(), file.from() + gap.offset(), gap.length());
        runs.append(runs.isEmpty() || more.isEmpty() ? "" : "\n").append(more);
      } else {
        parts.add(FilePart.unstructured(gap.offset(), gap.length()));
      }
    }
    if (damage != null) {
      parts.add(FilePart.damaged(describedAt, describedLength, damage));
      return parts;
    }
    body.add("rest", runs.isEmpty() ? null : runs.toString());
    parts.add(
        FilePart.decoded(
            describedAt, describedLength, accounted, List.of(records.metadata(body.build()))));
    return parts;
  }
}
