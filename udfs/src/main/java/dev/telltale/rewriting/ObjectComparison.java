package dev.telltale.rewriting;

import dev.telltale.fault.Fault;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.scan.FindingRow;
import dev.telltale.scan.ObjectRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares what scans of the object before and after gave: the same records with the same findings,
 * but for the values that were to go.
 */
final class ObjectComparison {
  private final SeenObject before;
  private final Set<String> gone;
  private final Map<Long, Long> indices = new HashMap<>();
  private final RecordComparison records;

  /**
   * @param gone fingerprints of the values that were to go
   */
  ObjectComparison(SeenObject before, Set<String> gone, Limits limits) {
    this.before = before;
    this.gone = gone;
    Set<String> shown = new HashSet<>();
    gone.forEach(fingerprint -> shown.add(RecordComparison.shown(fingerprint)));
    records = new RecordComparison(shown, limits);
    number();
  }

  /** A name in a header is a record only for as long as something is found in it. */
  private void number() {
    Set<Long> kept = new HashSet<>();
    for (SeenObject.PlacedText placed : before.placed()) {
      if (!gone.contains(placed.text().fingerprint())) {
        kept.add(placed.record());
      }
    }
    long next = 0;
    for (long index : before.records().keySet()) {
      if (!before.isHeader(index) || kept.contains(index)) {
        indices.put(index, next++);
      }
    }
    indices.put(FindingRow.IN_KEY, FindingRow.IN_KEY);
  }

  /** Records of which the redacted form will be compared, not only its digest. */
  Set<Long> whole() {
    Set<Long> whole = new HashSet<>();
    for (SeenRecord record : before.records().values()) {
      Long index = indices.get(record.index());
      if (record.isWhole() && index != null) {
        whole.add(index);
      }
    }
    return whole;
  }

  /** What is not as it has to be; null where all is. */
  @Nullable Obstacle difference(SeenObject after) {
    Map<String, Integer> left = new HashMap<>();
    for (SeenObject.PlacedText placed : before.placed()) {
      if (!gone.contains(placed.text().fingerprint())) {
        count(left, indices.getOrDefault(placed.record(), SeenObject.UNKNOWN), placed, 1);
      }
    }
    for (SeenObject.PlacedText placed : after.placed()) {
      if (gone.contains(placed.text().fingerprint())) {
        return Obstacle.SURVIVED;
      }
      count(left, placed.record(), placed, -1);
    }
    boolean same =
        left.values().stream().allMatch(count -> count == 0)
            && faults(before.object()).equals(faults(after.object()))
            && indices.size() - 1 == after.records().size();
    for (SeenRecord record : before.records().values()) {
      Long index = indices.get(record.index());
      SeenRecord now = index == null ? null : after.records().get(index);
      same &= index == null || (now != null && records.same(record, now));
    }
    return same ? null : Obstacle.COLLATERAL;
  }

  private static void count(
      Map<String, Integer> left, long record, SeenObject.PlacedText placed, int by) {
    left.merge(record + " " + placed.text().fingerprint(), by, Integer::sum);
  }

  /** Kinds of what could not be read; that there were very many findings is no such thing. */
  private static List<FaultKind> faults(ObjectRow object) {
    return object.faults().stream()
        .map(Fault::kind)
        .filter(kind -> kind != FaultKind.FINDING_LIMIT && kind != FaultKind.LOOK_BACK_LIMIT)
        .toList();
  }
}
