package dev.telltale.jobs.scan;

/**
 * How much one core gets through, commits included.
 *
 * @param unpackedPerSecond bytes a core and second
 * @param secondsPerObject on top of that, for each object
 * @param runs of this lake that it was measured over; 0 if it comes from {@code bench/scan}
 */
public record WorkRate(double unpackedPerSecond, double secondsPerObject, long runs) {
  /** Of {@code bench/scan} on 2 cores; see {@code bench/runs}. */
  static final WorkRate OF_THE_BENCHMARK = new WorkRate(2.26e6, 0.01, 0);

  double coreSeconds(long objects, long unpacked) {
    return unpacked / unpackedPerSecond + objects * secondsPerObject;
  }
}
