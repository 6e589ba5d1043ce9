package dev.telltale.detection.encoding;

import dev.telltale.detection.pattern.CharacterKinds;

/**
 * What one pass over a text finds: which kinds of characters it has, and its longest run of base64.
 */
public final class TextTraits {
  private static final int RUN_SHIFT = 24;
  private static final int MAX_LENGTH = 127;

  private TextTraits() {}

  public static int of(String text) {
    int classes = 0;
    int maxRun = 0;
    int start = 0;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      int kinds = CharacterKinds.of(text.charAt(i));
      classes |= kinds;
      if ((kinds & CharacterKinds.BASE64) == 0) {
        maxRun = Math.max(maxRun, i - start);
        start = i + 1;
      }
    }
    maxRun = Math.max(maxRun, length - start);
    int known = classes & ((1 << CharacterKinds.COUNT) - 1);
    return Math.min(maxRun, MAX_LENGTH) << RUN_SHIFT | known;
  }

  public static int classes(int traits) {
    return traits & ((1 << RUN_SHIFT) - 1);
  }

  /** Whether the text has all of these classes. */
  public static boolean has(int traits, int classes) {
    return (traits & classes) == classes;
  }

  /** Whether there may be a run of hexadecimal digits that is worth decoding. */
  static boolean mayHaveHex(int traits) {
    return traits >>> RUN_SHIFT >= HexRuns.MIN_LENGTH && has(traits, CharacterKinds.DIGIT);
  }

  /** Whether there may be a run that is worth decoding. */
  static boolean mayHaveBase64(int traits, int length) {
    int run = (traits >>> RUN_SHIFT) + Base64Runs.PADDING;
    return run >= Base64Runs.MIN_INSIDE_LENGTH
        || (run >= length && length >= Base64Runs.MIN_WHOLE_LENGTH);
  }
}
