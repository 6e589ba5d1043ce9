package dev.telltale.rewriting.message;

import dev.telltale.rewriting.edit.Edit;
import dev.telltale.rewriting.edit.Edits;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Mends lengths in streams of text: syslog messages that follow their octet count (RFC 6587,
 * section 3.4.1), and values of the journal's export format that follow theirs (systemd, {@code
 * JOURNAL_EXPORT_FORMATS.md}). What is neither is left alone.
 */
public final class CountedText {
  private static final int MAX_DIGITS = 9;
  private static final int LENGTH = 8;

  private final byte[] bytes;
  private final List<Edit> edits;
  private final List<Edit> lengths = new ArrayList<>();

  private CountedText(byte[] bytes, List<Edit> edits) {
    this.bytes = bytes;
    this.edits = edits;
  }

  /**
   * @param edits of the bytes, in order
   */
  public static List<Edit> mended(byte[] bytes, List<Edit> edits) {
    CountedText syslog = new CountedText(bytes, edits);
    if (syslog.isSyslog()) {
      return syslog.all();
    }
    CountedText journal = new CountedText(bytes, edits);
    return journal.isJournal() ? journal.all() : edits;
  }

  private List<Edit> all() {
    lengths.addAll(edits);
    return Edits.joined(lengths);
  }

  /** Whether counts lead from message to message up to the end; line ends may stand between. */
  private boolean isSyslog() {
    int at = 0;
    while (at < bytes.length) {
      int digits = at;
      long count = 0;
      while (digits < bytes.length && digits - at < MAX_DIGITS && isDigit(bytes[digits])) {
        count = count * 10 + (bytes[digits] - '0');
        digits++;
      }
      int from = digits + 1;
      if (digits == at
          || from >= bytes.length
          || bytes[digits] != ' '
          || bytes[from] != '<'
          || count > bytes.length - from) {
        return false;
      }
      int to = from + (int) count;
      int growth = Edits.growth(Edits.within(edits, from, to));
      if (growth != 0) {
        byte[] changed = Long.toString(count + growth).getBytes(StandardCharsets.US_ASCII);
        lengths.add(Edit.of(at, digits, changed));
      }
      at = to;
      while (at < bytes.length && (bytes[at] == '\n' || bytes[at] == '\r')) {
        at++;
      }
    }
    return bytes.length > 0;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** Whether fields lead from one to the next up to the end. */
  private boolean isJournal() {
    int at = 0;
    boolean counted = false;
    while (at < bytes.length) {
      if (bytes[at] == '\n') {
        at++;
        continue;
      }
      int name = at;
      while (name < bytes.length && isName(bytes[name])) {
        name++;
      }
      if (name == at || name == bytes.length) {
        return false;
      }
      int next = bytes[name] == '=' ? lineEnd(name) : value(name);
      if (next < 0) {
        return false;
      }
      counted |= bytes[name] == '\n';
      at = next;
    }
    return counted;
  }

  private static boolean isName(byte b) {
    return b == '_' || (b >= 'A' && b <= 'Z') || isDigit(b);
  }

  private int lineEnd(int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return at + 1;
  }

  /** Index after a value that follows its length; -1 where there is none. */
  private int value(int name) {
    int from = name + 1 + LENGTH;
    if (bytes[name] != '\n' || from > bytes.length) {
      return -1;
    }
    long length = ByteBuffer.wrap(bytes, name + 1, LENGTH).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 0 || length > bytes.length - from) {
      return -1;
    }
    int to = from + (int) length;
    int growth = Edits.growth(Edits.within(edits, from, to));
    if (growth != 0) {
      byte[] changed =
          ByteBuffer.allocate(LENGTH)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putLong(length + growth)
              .array();
      lengths.add(Edit.of(name + 1, from, changed));
    }
    return to + 1;
  }
}
