package dev.telltale.detection.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Kinds of characters as bits of an int: what a text has, and what every match of a pattern needs.
 * A text that lacks what a pattern needs cannot match it.
 */
public final class CharacterClasses {
  public static final int DIGIT = 1;
  public static final int DOT = 1 << 1;
  public static final int SPACE = 1 << 2;
  public static final int PERCENT = 1 << 3;
  public static final int BACKSLASH = 1 << 4;

  /** Letters of either case; what is beyond ASCII counts as one. */
  public static final int LETTER = 1 << 5;

  /** Everything that has no class of its own. */
  private static final int OTHER = 1 << 6;

  private static final int FIRST_FREE = 7;
  private static final String SINGLE = "@:=-/+";

  /** How many bits tell texts apart. */
  public static final int COUNT = FIRST_FREE + 2 + SINGLE.length();

  /** Both base64 alphabets; above the bits that tell texts apart. */
  public static final int BASE64 = 1 << COUNT;

  private static final int LOWER = 1 << (FIRST_FREE + SINGLE.length());
  private static final int UPPER = LOWER << 1;
  private static final int ASCII = 128;

  private static final int[] CLASSES = classes();
  private static final List<BitSet> MEMBERS = members();

  private CharacterClasses() {}

  private static int[] classes() {
    int[] classes = new int[ASCII];
    for (char c = 0; c < ASCII; c++) {
      int single = SINGLE.indexOf(c);
      if (single >= 0) {
        classes[c] = 1 << (FIRST_FREE + single);
      } else if (c >= '0' && c <= '9') {
        classes[c] = DIGIT;
      } else if (c >= 'a' && c <= 'z') {
        classes[c] = LETTER | LOWER;
      } else if (c >= 'A' && c <= 'Z') {
        classes[c] = LETTER | UPPER;
      } else {
        classes[c] = rare(c);
      }
      boolean sextet = (classes[c] & (DIGIT | LETTER)) != 0 || "+/-_".indexOf(c) >= 0;
      classes[c] |= sextet ? BASE64 : 0;
    }
    return classes;
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
    return c < ASCII ? CLASSES[c] : OTHER | LETTER;
  }

  /** The bits of all characters of a text. */
  public static int of(String text) {
    int classes = 0;
    for (int i = 0; i < text.length(); i++) {
      classes |= of(text.charAt(i));
    }
    return classes;
  }

  /** The bits that no match lacks. */
  static int required(Node node) {
    if (node instanceof Node.Sequence sequence) {
      return sequence.items().stream()
          .mapToInt(CharacterClasses::required)
          .reduce(0, (a, b) -> a | b);
    }
    if (node instanceof Node.Choice choice) {
      return choice.options().stream()
          .mapToInt(CharacterClasses::required)
          .reduce(-1, (a, b) -> a & b);
    }
    if (node instanceof Node.Repeat repeat) {
      return repeat.min() == 0 ? 0 : required(repeat.item());
    }
    if (node instanceof Node.Capture capture) {
      return required(capture.item());
    }
    return node instanceof Node.Bytes bytes ? common(bytes.set()) : 0;
  }

  /** The bits that all members of a set have. */
  private static int common(BitSet set) {
    int classes = 0;
    for (int bit = 0; bit < COUNT; bit++) {
      BitSet outside = (BitSet) set.clone();
      outside.andNot(MEMBERS.get(bit));
      classes |= outside.isEmpty() ? 1 << bit : 0;
    }
    return classes;
  }
}
