package dev.telltale.detection.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Kinds of characters as bits of an int: what a text has, and what every match of a pattern needs.
 * A text that lacks what a pattern needs cannot match it.
 */
public final class CharacterKinds {
  public static final int DIGIT = 1;
  public static final int DOT = 1 << 1;
  public static final int SPACE = 1 << 2;
  public static final int PERCENT = 1 << 3;
  public static final int BACKSLASH = 1 << 4;

  /** Letters of either case; what is beyond ASCII counts as one. */
  public static final int LETTER = 1 << 5;

  /** Everything that has no kind of its own. */
  private static final int OTHER = 1 << 6;

  private static final int FIRST_FREE = 7;
  private static final String SINGLE = "@:=-/+";

  /** How many bits distinguish texts. */
  public static final int COUNT = FIRST_FREE + 2 + SINGLE.length();

  /** Both base64 alphabets; above the bits that distinguish texts. */
  public static final int BASE64 = 1 << COUNT;

  private static final int LOWER = 1 << (FIRST_FREE + SINGLE.length());
  private static final int UPPER = LOWER << 1;
  private static final int ASCII = 128;

  private static final int[] KINDS = kinds();
  private static final List<BitSet> MEMBERS = members();

  private CharacterKinds() {}

  private static int[] kinds() {
    int[] kinds = new int[ASCII];
    for (char c = 0; c < ASCII; c++) {
      int single = SINGLE.indexOf(c);
      if (single >= 0) {
        kinds[c] = 1 << (FIRST_FREE + single);
      } else if (c >= '0' && c <= '9') {
        kinds[c] = DIGIT;
      } else if (c >= 'a' && c <= 'z') {
        kinds[c] = LETTER | LOWER;
      } else if (c >= 'A' && c <= 'Z') {
        kinds[c] = LETTER | UPPER;
      } else {
        kinds[c] = rare(c);
      }
      boolean sextet = (kinds[c] & (DIGIT | LETTER)) != 0 || "+/-_".indexOf(c) >= 0;
      kinds[c] |= sextet ? BASE64 : 0;
    }
    return kinds;
  }

  private static int rare(char c) {
    return switch (c) {
      case '.' -> DOT;
      case '%' -> PERCENT;
      case '\\' -> BACKSLASH;
      case ' ', '\t', '\n', '\f', '\r' -> SPACE;
      default -> OTHER;
    };
  }

  private static List<BitSet> members() {
    List<BitSet> members = new ArrayList<>();
    for (int bit = 0; bit < COUNT; bit++) {
      BitSet set = new BitSet(256);
      for (int b = 0; b < 256; b++) {
        set.set(b, (of((char) b) & (1 << bit)) != 0);
      }
      members.add(set);
    }
    return members;
  }

  /** The bits of one character. */
  public static int of(char c) {
    return c < ASCII ? KINDS[c] : OTHER | LETTER;
  }

  /** The bits of all characters of a text. */
  public static int of(String text) {
    int kinds = 0;
    for (int i = 0; i < text.length(); i++) {
      kinds |= of(text.charAt(i));
    }
    return kinds;
  }

  /** The bits that no match lacks. */
  static int required(Node node) {
    if (node instanceof Node.Sequence sequence) {
      return sequence.items().stream()
          .mapToInt(CharacterKinds::required)
          .reduce(0, (a, b) -> a | b);
    }
    if (node instanceof Node.Alternation alternation) {
      return alternation.options().stream()
          .mapToInt(CharacterKinds::required)
          .reduce(-1, (a, b) -> a & b);
    }
    if (node instanceof Node.Repeat repeat) {
      return repeat.min() == 0 ? 0 : required(repeat.item());
    }
    if (node instanceof Node.Capture capture) {
      return required(capture.item());
    }
    return node instanceof CharClass read ? common(read.set()) : 0;
  }

  /** The bits that all members of a set have. */
  private static int common(BitSet set) {
    int kinds = 0;
    for (int bit = 0; bit < COUNT; bit++) {
      BitSet outside = (BitSet) set.clone();
      outside.andNot(MEMBERS.get(bit));
      kinds |= outside.isEmpty() ? 1 << bit : 0;
    }
    return kinds;
  }
}
