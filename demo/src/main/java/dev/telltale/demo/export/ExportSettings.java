package dev.telltale.demo.export;

/**
 * How much is generated. The planted leaks are the same for a seed, whatever the scale.
 *
 * @param seed same seed, same bytes
 * @param scale factor on the unpacked bytes of the clean bulk; 1 makes some 17 MB, 30 some 500 MB.
 *     Objects grow in number and in size
 * @param smallObjects whether the clean bulk comes in objects of some 4 kB, as a quiet instance
 *     sends it
 */
public record ExportSettings(long seed, double scale, boolean smallObjects) {
  public ExportSettings {
    if (!(scale > 0 && scale <= 10_000)) {
      throw new IllegalArgumentException("scale must be above 0 and at most 10000");
    }
  }

  public static ExportSettings defaults() {
    return new ExportSettings(20_261_118L, 1, false);
  }
}
