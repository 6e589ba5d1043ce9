package dev.telltale.unpacking.charset;

import dev.telltale.unpacking.layer.Source;
import java.nio.charset.Charset;
import java.util.Locale;

/**
 * Character sets that are decoded, by the names of the <a
 * href="https://www.iana.org/assignments/character-sets/character-sets.xhtml">IANA register</a>.
 */
public enum TextCharset {
  UTF_16LE("UTF-16LE", 4, 2),
  UTF_16BE("UTF-16BE", 4, 2),
  UTF_32LE("UTF-32LE", 4, 4),
  UTF_32BE("UTF-32BE", 4, 4),
  /** Decoded as GB18030, of which it is a part. */
  GBK("GBK", 4, 1),
  GB18030("GB18030", 4, 1),
  BIG5("Big5", 2, 1),
  SHIFT_JIS("Shift_JIS", 2, 1),
  EUC_JP("EUC-JP", 3, 1),
  EUC_KR("EUC-KR", 2, 1),
  WINDOWS_1252("windows-1252", 1, 1);

  private final String iana;
  private final int maxBytes;
  private final int unit;

  TextCharset(String iana, int maxBytes, int unit) {
    this.iana = iana;
    this.maxBytes = maxBytes;
    this.unit = unit;
  }

  /** The published name of the layer. */
  String label() {
    return iana.toLowerCase(Locale.ROOT);
  }

  /** What decodes it: the superset that writers use under its name. */
  Charset decoding() {
    return switch (this) {
      case GBK -> Charset.forName("GB18030");
      case SHIFT_JIS -> Charset.forName("windows-31j");
      case BIG5 -> Charset.forName("x-windows-950");
      case EUC_KR -> Charset.forName("x-windows-949");
      default -> Charset.forName(iana);
    };
  }

  /** Most bytes of a character. */
  int maxBytes() {
    return maxBytes;
  }

  /** Whether a byte order mark of UTF-32 comes next. */
  boolean marked(Source in) {
    return unit == 4
        && in.held() >= 4
        && in.int32(0) == (this == UTF_32LE ? 0xfeffL : 0xfffe_0000L);
  }

  /**
   * How many of the next bytes are broken, of so many that the decoder names. A unit after half a
   * pair is not, nor ASCII after a lead byte: a quote or a line end must survive.
   */
  int damage(Source in, int named) {
    if (unit > 1) {
      return Math.min(unit, in.held());
    }
    int count = 1;
    while (count < Math.min(named, in.held()) && in.at(count) >= 0x80) {
      count++;
    }
    return count;
  }
}
