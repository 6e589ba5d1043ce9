package dev.telltale.jobs.scan;

import java.util.List;

/**
 * What a scan would read, before it reads anything.
 *
 * @param listed objects that the sources hold
 * @param archived of the new ones, those whose storage class must be restored first: they are not
 *     read, and not among the parts
 * @param parts of what is new, by the telemetry type that the keys say
 * @param cores that the session has now
 */
public record ScanPlan(
    String lake,
    String ruleSet,
    long listed,
    long archived,
    List<Part> parts,
    WorkRate rate,
    int cores) {
  public ScanPlan {
    parts = List.copyOf(parts);
  }

  /**
   * The new objects of one telemetry type.
   *
   * @param stored bytes
   * @param unpacked bytes that are expected, as objects of the type unpacked in earlier runs
   */
  public record Part(String telemetryType, long objects, long stored, long unpacked) {}

  public long objects() {
    return parts.stream().mapToLong(Part::objects).sum();
  }

  public long stored() {
    return parts.stream().mapToLong(Part::stored).sum();
  }

  public long unpacked() {
    return parts.stream().mapToLong(Part::unpacked).sum();
  }

  /** Expected time on cores. */
  public double coreSeconds() {
    return rate.coreSeconds(objects(), unpacked());
  }
}
