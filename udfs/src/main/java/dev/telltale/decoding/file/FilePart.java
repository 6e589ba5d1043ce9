package dev.telltale.decoding.file;

import dev.telltale.fault.FaultKind;
import dev.telltale.record.DecodedRecord;
import java.util.List;

/**
 * A range of a file: what was decoded from it, or that it is to be scanned raw. Holds raw content.
 */
public final class FilePart {
  private final int offset;
  private final int length;
  private final int accounted;
  private final List<DecodedRecord> records;
  private final DamagedFile damage;

  private FilePart(
      int offset, int length, int accounted, List<DecodedRecord> records, DamagedFile damage) {
    this.offset = offset;
    this.length = length;
    this.accounted = accounted;
    this.records = records;
    this.damage = damage;
  }

  /**
   * Records whose bytes lie somewhere in the range.
   *
   * @param accounted bytes of the file that they answer for: 0 where more of the range follow
   */
  public static FilePart decoded(
      int offset, int length, int accounted, List<DecodedRecord> records) {
    return new FilePart(offset, length, accounted, List.copyOf(records), null);
  }

  /** A range that is scanned raw, with the fault that is the reason. */
  static FilePart damaged(int offset, int length, DamagedFile damage) {
    return new FilePart(offset, length, length, List.of(), damage);
  }

  /** A range that is scanned raw, because the format gives it no structure. */
  static FilePart unstructured(int offset, int length) {
    return new FilePart(offset, length, length, null, null);
  }

  int offset() {
    return offset;
  }

  int length() {
    return length;
  }

  int accounted() {
    return accounted;
  }

  boolean isDecoded() {
    return damage == null && records != null;
  }

  List<DecodedRecord> records() {
    return records;
  }

  /** Why the range was not decoded; null where it is not meant to be. */
  FaultKind fault() {
    return damage == null ? null : damage.kind();
  }

  long faultPosition() {
    return damage == null ? offset : damage.positionFrom(offset);
  }

  @Override
  public String toString() {
    return (isDecoded() ? "decoded" : "raw") + " part of " + length + " bytes at " + offset;
  }
}
