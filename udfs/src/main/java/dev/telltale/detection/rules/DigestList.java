package dev.telltale.detection.rules;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Values known only by their keyed digests, so that the list of them need not travel: a line each
 * with the value's length and digest, under a line that names the key. Case is folded, and Unicode
 * put into its composed form (NFC), before a value is digested. Immutable.
 */
public final class DigestList {
  /** Longest value, in characters, and most words in one. */
  public static final int MAX_LENGTH = 128;

  public static final int MAX_WORDS = 8;

  private static final String TITLE = "# telltale digests, key ";
  private static final int HEX = 64;

  private final String keyId;
  private final BitSet lengths = new BitSet();
  private final Set<String> digests = new HashSet<>();

  private DigestList(String keyId) {
    this.keyId = keyId;
  }

  /**
   * Reads a list as {@link #write} writes it.
   *
   * @param problems where everything is put that is wrong with it
   */
  static DigestList read(String name, String text, List<String> problems) {
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty() || !lines.get(0).startsWith(TITLE)) {
      problems.add(name + ": is no digest list; `telltale rules digest` makes one");
      return new DigestList("");
    }
    DigestList list = new DigestList(lines.get(0).substring(TITLE.length()));
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).startsWith("#") && !list.add(lines.get(i))) {
        problems.add(name + ": line " + (i + 1) + " is no length and digest");
        return list;
      }
    }
    return list;
  }

  private boolean add(String line) {
    int space = line.indexOf(' ');
    String digits = line.substring(0, Math.max(0, space));
    String hex = line.substring(space + 1);
    boolean number =
        !digits.isEmpty()
            && digits.length() <= 3
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean digest = hex.length() == HEX && hex.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    if (!number || !digest) {
      return false;
    }
    lengths.set(Integer.parseInt(digits));
    digests.add(hex.toLowerCase(Locale.ROOT));
    return true;
  }

  /**
   * Writes a list.
   *
   * @param digest of {@link #normal} text under the key
   */
  public static String write(
      Collection<String> values, String keyId, UnaryOperator<String> digest) {
    Set<String> lines = new TreeSet<>();
    for (String value : values) {
      String normal = normal(value);
      if (normal.length() > MAX_LENGTH || words(normal) > MAX_WORDS) {
        throw new IllegalArgumentException(
            "a value has at most " + MAX_LENGTH + " characters and " + MAX_WORDS + " words");
      }
      lines.add(normal.length() + " " + digest.apply(normal));
    }
    return TITLE + keyId + "\n" + String.join("\n", lines) + "\n";
  }

  /** What is digested in a value's place. */
  public static String normal(String value) {
    return Normalizer.normalize(value.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private static int words(String value) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < value.length(); i++) {
      boolean word = Character.isLetterOrDigit(value.charAt(i));
      words += word && !inside ? 1 : 0;
      inside = word;
    }
    return words;
  }

  public String keyId() {
    return keyId;
  }

  /** Whether some value has that many characters. */
  public boolean hasLength(int length) {
    return lengths.get(length);
  }

  /** Fewest characters of a value; 0 when there is none. */
  public int minLength() {
    return Math.max(0, lengths.nextSetBit(0));
  }

  public boolean contains(String digest) {
    return digests.contains(digest);
  }

  String essence() {
    String[] sorted = digests.toArray(String[]::new);
    Arrays.sort(sorted);
    return keyId + Arrays.toString(sorted);
  }

  @Override
  public String toString() {
    return digests.size() + " digests";
  }
}
