package dev.telltale.unpacking.charset;

import dev.telltale.unpacking.layer.Source;

/**
 * Recognises windows-1252, and with it ISO 8859-1: bytes beyond ASCII are letters inside words or
 * marks that writers use, and there are few of them.
 */
final class WesternText {
  private static final int MIN_COUNT = 3;

  /** Marks: euro, quotes, dots, dashes, bullet, trade mark, pound, section, degree and the like. */
  private static final String MARKS =
      "\u0080\u0082\u0084\u0085\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0099"
          + "\u00a0\u00a3\u00a7\u00a9\u00ab\u00ae\u00b0\u00b4\u00b5\u00b7\u00bb\u00bf";

  /** Letters below C0, all of them of the Windows set. */
  private static final String LETTERS = "\u008a\u008c\u008e\u009a\u009c\u009e\u009f";

  private WesternText() {}

  static boolean fits(Source in, int head) {
    int high = 0;
    int good = 0;
    int words = 0;
    for (int i = 0; i < head; i++) {
      int b = in.at(i);
      words += asciiLetter(b) ? 1 : 0;
      if (b >= 0x80) {
        high++;
        boolean neighbour =
            (i > 0 && anyLetter(in.at(i - 1))) || (i + 1 < head && anyLetter(in.at(i + 1)));
        good += MARKS.indexOf(b) >= 0 || (letter(b) && neighbour) ? 1 : 0;
      }
    }
    return high >= MIN_COUNT && good * 10L >= high * 9L && high * 3L <= words;
  }

  private static boolean letter(int b) {
    return (b >= 0xc0 && b != 0xd7 && b != 0xf7) || LETTERS.indexOf(b) >= 0;
  }

  private static boolean anyLetter(int b) {
    return asciiLetter(b) || letter(b);
  }

  private static boolean asciiLetter(int b) {
    return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
  }
}
