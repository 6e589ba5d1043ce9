package dev.telltale.detection.repeat;

import com.google.re2j.Pattern;
import dev.telltale.limit.Limits;
import java.util.ArrayList;
import java.util.List;

/**
 * A private key whose lines come one by one, each in a record or field of its own: textual encoding
 * by RFC 7468 and RFC 4880. Holds the key: never printed.
 */
final class SplitKey {
  private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z-]{2,30}: .{1,100}");
  private static final int MAX_HEADERS = 32;
  private static final int MIN_LINE = 16;
  private static final int CHECKSUM = 5;

  private final List<String> lines = new ArrayList<>();
  private final List<String> material = new ArrayList<>();
  private int characters;
  private int missed;
  private boolean ended;

  /** A short line, which is the last one if the key ends after it. */
  private String pending;

  private SplitKey() {}

  /** The key that a text opens. */
  static SplitKey beginning(String text) {
    SplitKey key = new SplitKey();
    List<String> lines = text.substring(begin(text)).lines().map(String::strip).toList();
    key.lines.add(lines.get(0));
    lines.subList(1, lines.size()).forEach(key::take);
    return key;
  }

  /** Whether a line opens a key and nothing on it closes it. */
  static boolean opens(String text) {
    int begin = begin(text);
    return begin >= 0 && text.indexOf("PRIVATE KEY", begin) >= 0 && !closes(text.substring(begin));
  }

  private static int begin(String text) {
    if (!text.contains("PRIVATE KEY")) {
      return -1;
    }
    return Math.max(text.lastIndexOf("-----BEGIN "), text.lastIndexOf("---- BEGIN "));
  }

  private static boolean closes(String text) {
    return text.contains("-----END ") || text.contains("---- END ");
  }

  /** Takes a line that belongs to the key; otherwise counts it as missed. */
  void take(String line) {
    if (closes(line)) {
      ended = true;
      end();
      lines.add(line.substring(line.indexOf("----")).strip());
      return;
    }
    String last = line.substring(line.lastIndexOf(' ') + 1);
    if (isMaterial(last)) {
      accept(last);
      pending = null;
    } else if (isShort(last)) {
      takeShort(last);
    } else if (material.isEmpty()
        && lines.size() < MAX_HEADERS
        && (line.isEmpty() || HEADER.matcher(line).matches())) {
      lines.add(line);
    } else {
      missed++;
    }
  }

  /** The longest since the last whole line: words of other lines are short too. */
  private void takeShort(String text) {
    if (isChecksum(text)) {
      end();
      accept(text);
    } else if (pending == null || text.length() > pending.length()) {
      pending = text;
    }
  }

  private void accept(String line) {
    if (line != null && characters + line.length() <= Limits.MAX_SPLIT_CHARS) {
      material.add(line);
      lines.add(line);
      characters += line.length();
      missed = 0;
    }
  }

  /** All lines of a key are of one length but the last. */
  private boolean isMaterial(String text) {
    boolean whole = material.isEmpty() ? text.length() >= MIN_LINE : text.length() == length();
    return whole && isBase64(text);
  }

  private boolean isShort(String text) {
    boolean shorter = !material.isEmpty() && !text.isEmpty() && text.length() < length();
    return shorter && isBase64(text);
  }

  private int length() {
    return material.get(0).length();
  }

  private static boolean isBase64(String text) {
    return text.chars().allMatch(SplitKey::isBase64);
  }

  private static boolean isBase64(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/'
        || c == '=';
  }

  private static boolean isChecksum(String text) {
    return text.length() == CHECKSUM && text.charAt(0) == '=';
  }

  boolean isEnded() {
    return ended;
  }

  /** How many lines of other things came since the last of its own. */
  int missed() {
    return missed;
  }

  /** No more lines will come: a short one that came last belongs to the key. */
  void end() {
    accept(pending);
    pending = null;
  }

  /** The lines that hold the key itself. */
  List<String> material() {
    return material;
  }

  /** The key as it reads in one piece. */
  String reveal() {
    return String.join("\n", lines) + "\n";
  }

  @Override
  public String toString() {
    return "key of " + lines.size() + " lines";
  }
}
