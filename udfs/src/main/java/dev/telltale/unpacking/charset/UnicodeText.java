package dev.telltale.unpacking.charset;

import dev.telltale.unpacking.layer.Source;
import java.io.IOException;
import java.util.BitSet;

/**
 * Recognises UTF-16 and UTF-32 (<a href="https://www.unicode.org/versions/latest/core-spec/">The
 * Unicode Standard</a>, 3.10) by what the head of a layer holds: a byte order mark and text after
 * it, or NULs in the place of ASCII's upper bytes.
 */
public final class UnicodeText {
  private static final int MIN_COUNT = 6;
  private static final int MAX_PAGES = 8;

  /** Counts of what a head decodes to. */
  private static final class Tally {
    private int characters;
    private int ascii;
    private int latin;
    private int odd;
    private int broken;
    private final BitSet pages = new BitSet();
  }

  private UnicodeText() {}

  /** The character set, or null. */
  public static TextCharset recognise(Source in) throws IOException {
    in.ensure(Source.BUFFER);
    int head = Math.min(in.held(), Source.BUFFER);
    if (head < 4) {
      return null;
    }
    TextCharset marked = mark(in);
    if (marked != null && text(in, head, marked, true)) {
      return marked;
    }
    TextCharset[] guesses = {
      TextCharset.UTF_32LE, TextCharset.UTF_32BE, TextCharset.UTF_16LE, TextCharset.UTF_16BE
    };
    for (TextCharset guess : guesses) {
      if (zeros(in, head) && text(in, head, guess, false)) {
        return guess;
      }
    }
    return null;
  }

  private static TextCharset mark(Source in) {
    long four = in.int32(0);
    if (four == 0xfeffL) {
      return TextCharset.UTF_32LE;
    }
    if (four == 0xfffe_0000L) {
      return TextCharset.UTF_32BE;
    }
    return switch (in.int16(0)) {
      case 0xfeff -> TextCharset.UTF_16LE;
      case 0xfffe -> TextCharset.UTF_16BE;
      default -> null;
    };
  }

  /** Whether a NUL is among the first bytes, as it must be where a text has any ASCII. */
  private static boolean zeros(Source in, int head) {
    for (int i = 0; i < Math.min(head, 1024); i++) {
      if (in.at(i) == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean text(Source in, int head, TextCharset charset, boolean marked) {
    boolean wide = charset == TextCharset.UTF_32LE || charset == TextCharset.UTF_32BE;
    boolean little = charset == TextCharset.UTF_32LE || charset == TextCharset.UTF_16LE;
    int unit = wide ? 4 : 2;
    Tally tally = new Tally();
    for (int i = 0; i + unit <= head; i += unit) {
      int code = code(in, i, unit, little);
      if (!wide && Character.isHighSurrogate((char) code) && i + 4 <= head) {
        int low = code(in, i + 2, unit, little);
        if (Character.isLowSurrogate((char) low)) {
          code = Character.toCodePoint((char) code, (char) low);
          i += 2;
        }
      }
      count(code, tally);
    }
    if (marked) {
      return tally.characters > 1 && (tally.broken + tally.odd) * 50L <= tally.characters;
    }
    return tally.characters >= MIN_COUNT
        && tally.broken * 100L <= tally.characters
        && tally.latin * 4L <= tally.ascii
        && tally.pages.cardinality() <= MAX_PAGES
        && tally.odd * 100L <= tally.characters
        && tally.ascii * 10L >= tally.characters * 3L;
  }

  private static int code(Source in, int index, int unit, boolean little) {
    int code = 0;
    for (int k = 0; k < unit; k++) {
      code = code << 8 | in.at(index + (little ? unit - 1 - k : k));
    }
    return code;
  }

  private static void count(int code, Tally tally) {
    tally.characters++;
    if (code < 0x80) {
      if (code < 0 || TextBytes.control(code)) {
        tally.broken++;
      } else {
        tally.ascii++;
      }
    } else if (!Character.isValidCodePoint(code) || code >= 0xd800 && code < 0xe000) {
      tally.broken++;
    } else if (!Character.isDefined(code)
        || Character.getType(code) == Character.PRIVATE_USE
        || Character.isISOControl(code)
        || (code & 0xff) == 0) {
      tally.odd++;
    } else {
      tally.pages.set(page(code));
      tally.latin += code < 0x100 ? 1 : 0;
    }
  }

  /**
   * A script is written in one page or two; ideographs and hangul, which fill many, count as one.
   */
  private static int page(int code) {
    if (code >= 0x3400 && code < 0xa000) {
      return 0x4e;
    }
    return code >= 0xac00 && code < 0xd800 ? 0xac : code >> 8;
  }
}
