package dev.telltale.unpacking.charset;

import dev.telltale.unpacking.layer.Source;
import java.io.IOException;

/**
 * Recognises text in an older character set by the head of a layer. Text that is UTF-8 in the main,
 * broken bytes or not, stays as it is, and so does what is not clear.
 */
public final class LegacyText {
  private static final int MIN_CHARACTERS = 6;
  private static final int MIN_KOREAN = 12;

  private LegacyText() {}

  /** The character set, or null. */
  public static TextCharset recognise(Source in) throws IOException {
    in.ensure(Source.BUFFER);
    int head = Math.min(in.held(), Source.BUFFER);
    if (head == 0 || utf8(in, head) || TextBytes.binary(in.array(), in.from(), head)) {
      return null;
    }
    TextCharset best = null;
    double max = 0;
    for (DoubleByteText guess : DoubleByteText.values()) {
      double share = guess.share(in, head, MIN_CHARACTERS);
      if (share > max) {
        max = share;
        best = guess.charset(in, head);
      }
    }
    if (best == TextCharset.GBK && DoubleByteText.korean(in, head, MIN_KOREAN)) {
      return TextCharset.EUC_KR;
    }
    return best == null && WesternText.fits(in, head) ? TextCharset.WINDOWS_1252 : best;
  }

  /** Whether more speaks for UTF-8 than against it; long sequences do not come about by chance. */
  private static boolean utf8(Source in, int head) {
    int good = 0;
    int broken = 0;
    for (int i = 0; i < head; ) {
      int size = TextBytes.sequence(in.at(i));
      boolean whole = size > 0;
      for (int k = 1; k < size && i + k < head; k++) {
        whole &= TextBytes.continuation((byte) in.at(i + k));
      }
      if (!whole) {
        broken++;
      } else if (size > 1) {
        good += size == 2 ? 1 : 3;
      }
      i += whole ? size : 1;
    }
    return good >= broken;
  }
}
