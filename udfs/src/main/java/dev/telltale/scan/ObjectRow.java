package dev.telltale.scan;

import dev.telltale.fault.Fault;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of the {@code objects} table: the ledger entry of an object version.
 *
 * @param fault the most serious fault, the first of its kind, or null
 * @param faults the faults that were kept, in the order in which they were met
 * @param faultCount all faults that were met
 * @param bytesDecoded unpacked bytes that became records or are their declared structure
 * @param bytesRawScanned unpacked bytes that were scanned raw
 * @param bytesUnread bytes that were not looked at; where a limit stopped unpacking, the stored
 *     bytes after it
 * @param findingCount findings that count
 * @param suppressedCount findings that an entry of the team's own took out of the count
 * @param contentSha256 lower-case hex over the stored bytes; null if not all of them were read
 */
public record ObjectRow(
    ObjectStatus status,
    String telemetryType,
    String format,
    List<String> containers,
    Fault fault,
    List<Fault> faults,
    long faultCount,
    long bytesDecoded,
    long bytesRawScanned,
    long bytesUnread,
    long recordCount,
    long findingCount,
    long suppressedCount,
    String contentSha256)
    implements ScanRow {
  @Override
  public long heldBytes() {
    return 0;
  }

  /** The same of an object whose rows do not stand: nothing of it counts as looked at. */
  ObjectRow withoutRows() {
    return new ObjectRow(
        status,
        telemetryType,
        format,
        containers,
        fault,
        faults,
        faultCount,
        0,
        0,
        bytesDecoded + bytesRawScanned + bytesUnread,
        0,
        0,
        0,
        contentSha256);
  }

  /** The same with one more fault, of an object that was read. */
  ObjectRow with(Fault more) {
    boolean worse = fault == null || more.kind().effect().compareTo(fault.kind().effect()) > 0;
    List<Fault> all = new ArrayList<>(faults);
    all.add(more);
    Fault worst = worse ? more : fault;
    return new ObjectRow(
        ObjectStatus.of(worst.kind().effect()),
        telemetryType,
        format,
        containers,
        worst,
        all,
        faultCount + 1,
        bytesDecoded,
        bytesRawScanned,
        bytesUnread,
        recordCount,
        findingCount,
        suppressedCount,
        contentSha256);
  }

  public ObjectRow {
    containers = List.copyOf(containers);
    faults = List.copyOf(faults);
  }
}
