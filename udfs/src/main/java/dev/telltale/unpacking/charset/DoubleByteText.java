package dev.telltale.unpacking.charset;

import dev.telltale.unpacking.layer.Source;

/**
 * East Asian character sets of one and two bytes. In each, the characters that texts are written in
 * stand in a few rows; bytes of another set rarely hit them.
 */
enum DoubleByteText {
  /** GB 2312 puts the 3,755 most frequent characters into rows B0 to D7. */
  CHINESE_SIMPLIFIED {
    @Override
    int size(Source in, int index, int head) {
      int second = in.at(index + 1);
      if (second >= 0x30 && second <= 0x39) {
        return index + 4 <= head && in.at(index + 2) > 0x80 && digit(in.at(index + 3)) ? 4 : 0;
      }
      return lead(in, index) && second >= 0x40 && second != 0x7f && second != 0xff ? 2 : 0;
    }

    @Override
    boolean common(int first, int second) {
      return second >= 0xa1 && (within(first, 0xb0, 0xd7) || within(first, 0xa1, 0xa3));
    }
  },
  /** Big5 puts the 5,401 most frequent characters into rows A4 to C6. */
  CHINESE_TRADITIONAL {
    @Override
    int size(Source in, int index, int head) {
      int second = in.at(index + 1);
      boolean good = within(second, 0x40, 0x7e) || within(second, 0xa1, 0xfe);
      return lead(in, index) && good ? 2 : 0;
    }

    @Override
    boolean common(int first, int second) {
      return within(first, 0xa4, 0xc6) || first == 0xa1;
    }
  },
  /** Kana in rows 82 and 83; the kanji of the first level in rows 88 to 97. */
  JAPANESE_SHIFTED {
    @Override
    int size(Source in, int index, int head) {
      int first = in.at(index);
      if (within(first, 0xa1, 0xdf)) {
        return 1;
      }
      int second = in.at(index + 1);
      boolean good = within(second, 0x40, 0xfc) && second != 0x7f;
      return lead(in, index) && first != 0xa0 && first <= 0xfc && good ? 2 : 0;
    }

    @Override
    boolean common(int first, int second) {
      return kana(first, second) || first == 0x81 || within(first, 0x88, 0x97);
    }

    @Override
    boolean kana(int first, int second) {
      return (first == 0x82 && within(second, 0x9f, 0xf1))
          || (first == 0x83 && within(second, 0x40, 0x96));
    }
  },
  /** Kana in rows A4 and A5; the kanji of the first level in rows B0 to CF. */
  JAPANESE_EXTENDED {
    @Override
    int size(Source in, int index, int head) {
      int first = in.at(index);
      int second = in.at(index + 1);
      if (first == 0x8e) {
        return within(second, 0xa1, 0xdf) ? 2 : 0;
      }
      return within(first, 0xa1, 0xfe) && within(second, 0xa1, 0xfe) ? 2 : 0;
    }

    @Override
    boolean common(int first, int second) {
      return kana(first, second) || first == 0xa1 || within(first, 0xb0, 0xcf);
    }

    @Override
    boolean kana(int first, int second) {
      return first == 0xa4 || first == 0xa5;
    }
  };

  private static final double MIN_SHARE = 0.8;

  /** Length of the character that starts here; 0 if none does. Two bytes are held. */
  abstract int size(Source in, int index, int head);

  abstract boolean common(int first, int second);

  /** Japanese has kana everywhere; other sets do not ask for them. */
  boolean kana(int first, int second) {
    return true;
  }

  /** Which share of the characters beyond ASCII is common; 0 if the bytes do not fit. */
  double share(Source in, int head, int min) {
    int characters = 0;
    int common = 0;
    int kana = 0;
    int broken = 0;
    for (int i = 0; i < head - 1; ) {
      if (in.at(i) < 0x80) {
        i++;
        continue;
      }
      int size = size(in, i, head);
      characters++;
      broken += size == 0 ? 1 : 0;
      common += size == 2 && common(in.at(i), in.at(i + 1)) ? 1 : 0;
      kana += size == 2 && kana(in.at(i), in.at(i + 1)) ? 1 : 0;
      i += Math.max(1, size);
    }
    if (characters < min || broken * 100L > characters || kana * 6L < characters) {
      return 0;
    }
    double share = (double) common / characters;
    return share < MIN_SHARE ? 0 : share;
  }

  TextCharset charset(Source in, int head) {
    return switch (this) {
      case CHINESE_SIMPLIFIED -> fourBytes(in, head) ? TextCharset.GB18030 : TextCharset.GBK;
      case CHINESE_TRADITIONAL -> TextCharset.BIG5;
      case JAPANESE_SHIFTED -> TextCharset.SHIFT_JIS;
      case JAPANESE_EXTENDED -> TextCharset.EUC_JP;
    };
  }

  private boolean fourBytes(Source in, int head) {
    for (int i = 0; i < head - 1; ) {
      int size = in.at(i) < 0x80 ? 1 : size(in, i, head);
      if (size == 4) {
        return true;
      }
      i += Math.max(1, size);
    }
    return false;
  }

  /**
   * Whether text that fits GB 2312 is Korean: hangul stand in rows B0 to C8 alone, in which Chinese
   * text has two thirds of its characters.
   */
  static boolean korean(Source in, int head, int min) {
    int hangul = 0;
    int others = 0;
    for (int i = 0; i < head - 1; i++) {
      int first = in.at(i);
      if (first >= 0x80) {
        hangul += within(first, 0xb0, 0xc8) ? 1 : 0;
        others += first > 0xc8 || within(first, 0xa4, 0xaf) ? 1 : 0;
        i++;
      }
    }
    return hangul >= min && others * 50L <= hangul;
  }

  private static boolean lead(Source in, int index) {
    return within(in.at(index), 0x81, 0xfe);
  }

  private static boolean digit(int b) {
    return within(b, 0x30, 0x39);
  }

  private static boolean within(int b, int from, int to) {
    return b >= from && b <= to;
  }
}
