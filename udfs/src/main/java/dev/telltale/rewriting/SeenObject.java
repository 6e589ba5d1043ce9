package dev.telltale.rewriting;

import dev.telltale.decoding.LeafReading;
import dev.telltale.detection.finding.Finding;
import dev.telltale.detection.finding.FoundText;
import dev.telltale.scan.FindingRow;
import dev.telltale.scan.LeafWatcher;
import dev.telltale.scan.ObjectRow;
import dev.telltale.scan.RecordRow;
import dev.telltale.scan.ScanRow;
import dev.telltale.unpacking.Leaf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that one reading of an object gave. Holds content: never printed. */
final class SeenObject implements LeafWatcher {
  private final Map<Long, SeenRecord> records = new TreeMap<>();
  private final List<FindingRow> findings = new ArrayList<>();
  private final IdentityHashMap<Finding, FindingRow> rows = new IdentityHashMap<>();
  private final List<FoundText> texts = new ArrayList<>();
  private final Set<Long> headers = new HashSet<>();
  private boolean header;
  private @Nullable ObjectRow object;

  /** A finding with its text, as the detector shows it: before its row. */
  void show(FoundText text) {
    texts.add(text);
  }

  /**
   * @param whole indices of records that are kept whole even if nothing was found in them
   */
  void readAll(Iterator<ScanRow> all, Set<Long> whole) {
    while (all.hasNext()) {
      ScanRow row = all.next();
      if (row instanceof RecordRow record) {
        if (header) {
          headers.add(record.index());
        }
        records.put(record.index(), SeenRecord.of(record, whole.contains(record.index())));
      } else if (row instanceof FindingRow finding) {
        findings.add(finding);
        rows.put(finding.finding(), finding);
      } else if (row instanceof ObjectRow last) {
        object = last;
      }
    }
  }

  /** A row that is asked for is of the leaf that was opened last. */
  @Override
  public void opened(Leaf leaf, LeafReading reading) {
    header = leaf.header();
  }

  /** Whether a record is text of a container's header. */
  boolean isHeader(long record) {
    return headers.contains(record);
  }

  Map<Long, SeenRecord> records() {
    return records;
  }

  List<FindingRow> findings() {
    return findings;
  }

  ObjectRow object() {
    if (object == null) {
      throw new IllegalStateException("the object was not read");
    }
    return object;
  }

  /** What was found, record by record, also beyond the number that is reported of a rule. */
  List<PlacedText> placed() {
    List<PlacedText> placed = new ArrayList<>(texts.size());
    Map<Long, Long> origins = new HashMap<>();
    FindingRow last = null;
    for (FoundText text : texts) {
      Finding finding = text.finding();
      FindingRow row = finding == null ? last : rows.get(finding);
      last = row;
      if (row == null) {
        continue;
      }
      if (finding != null && row.valueOffset() >= 0) {
        origins.put(row.recordIndex(), row.valueOffset() - text.span().offset());
      }
      long origin = origins.getOrDefault(row.recordIndex(), UNKNOWN);
      boolean known = origin != UNKNOWN && text.span().isKnown();
      placed.add(
          new PlacedText(text, row.recordIndex(), known ? origin + text.span().offset() : UNKNOWN));
    }
    return placed;
  }

  /** A text whose place is not known. */
  static final long UNKNOWN = -1;

  /** A found text and where it is. Holds content: never printed. */
  static final class PlacedText {
    private final FoundText text;
    private final long record;
    private final long offset;

    PlacedText(FoundText text, long record, long offset) {
      this.text = text;
      this.record = record;
      this.offset = offset;
    }

    FoundText text() {
      return text;
    }

    /** Index of the record, or {@link FindingRow#IN_KEY}. */
    long record() {
      return record;
    }

    /** Where the field starts in the record's innermost layer, or {@link #UNKNOWN}. */
    long offset() {
      return offset;
    }

    @Override
    public String toString() {
      return text + " of record " + record;
    }
  }

  @Override
  public String toString() {
    return records.size() + " records, " + findings.size() + " findings";
  }
}
