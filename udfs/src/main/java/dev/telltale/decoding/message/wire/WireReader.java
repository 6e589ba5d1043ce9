package dev.telltale.decoding.message.wire;

import dev.telltale.bytes.Varint;
import dev.telltale.limit.Limits;

/**
 * Reads the fields of one message one after the other, by the wire format alone (<a
 * href="https://protobuf.dev/programming-guides/encoding/">encoding</a>). Nothing is read, and
 * nothing allocated, on the word of a length that was not checked against the end.
 */
public final class WireReader {
  public static final int VARINT = 0;
  public static final int FIXED64 = 1;
  public static final int LENGTH = 2;
  public static final int GROUP = 3;
  static final int GROUP_END = 4;
  public static final int FIXED32 = 5;

  private static final int MAX_NUMBER = (1 << 29) - 1;

  private final byte[] bytes;
  private final int to;
  private int at;
  private int start;
  private int number;
  private int wireType;
  private long bits;
  private int from;
  private int end;
  private Violation.Kind violation;

  public WireReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.to = to;
  }

  /** Steps to the next field; false at the end, and where there is a {@link #violation()}. */
  public boolean next() {
    start = at;
    if (at == to || !tag()) {
      return false;
    }
    if (wireType == GROUP) {
      return group();
    }
    return wireType == GROUP_END ? violated(Violation.Kind.GROUP) : content();
  }

  private boolean tag() {
    if (!varint()) {
      return false;
    }
    wireType = (int) (bits & 7);
    long field = bits >>> 3;
    if (field == 0 || field > MAX_NUMBER) {
      return violated(Violation.Kind.FIELD_NUMBER);
    }
    number = (int) field;
    return true;
  }

  private boolean content() {
    from = at;
    return switch (wireType) {
      case VARINT -> bare();
      case FIXED64 -> fixed(8);
      case FIXED32 -> fixed(4);
      case LENGTH -> delimited();
      default -> violated(Violation.Kind.WIRE_TYPE);
    };
  }

  private boolean bare() {
    boolean read = varint();
    end = at;
    return read;
  }

  private boolean delimited() {
    if (!varint()) {
      return false;
    }
    if (bits < 0 || bits > to - at) {
      return violated(Violation.Kind.TRUNCATED);
    }
    from = at;
    at += (int) bits;
    end = at;
    return true;
  }

  private boolean fixed(int size) {
    if (to - at < size) {
      return violated(Violation.Kind.TRUNCATED);
    }
    bits = 0;
    for (int i = size - 1; i >= 0; i--) {
      bits = bits << 8 | (bytes[at + i] & 0xff);
    }
    at += size;
    end = at;
    return true;
  }

  /** Reads to the end tag of the group that just started; its content excludes both tags. */
  private boolean group() {
    int begun = start;
    int content = at;
    int[] open = new int[Limits.GROUP_DEPTH];
    int depth = 0;
    open[depth++] = number;
    int last = at;
    while (depth > 0) {
      last = at;
      if (at == to) {
        return violatedAt(begun, Violation.Kind.GROUP);
      }
      if (!tag()) {
        return false;
      }
      if (wireType == GROUP && depth == Limits.GROUP_DEPTH) {
        return violatedAt(begun, Violation.Kind.DEPTH);
      } else if (wireType == GROUP) {
        open[depth++] = number;
      } else if (wireType == GROUP_END && open[--depth] != number) {
        return violatedAt(begun, Violation.Kind.GROUP);
      } else if (wireType != GROUP_END && !content()) {
        return false;
      }
    }
    start = begun;
    number = open[0];
    wireType = GROUP;
    from = content;
    end = last;
    return true;
  }

  /** At most ten bytes; what is beyond 64 bits falls away, as the format has it. */
  private boolean varint() {
    int after = Varint.end(bytes, at, to, Varint.MAX_BYTES);
    if (after < 0) {
      at = Math.min(to, at + Varint.MAX_BYTES);
      return violated(after == Varint.TRUNCATED ? Violation.Kind.TRUNCATED : Violation.Kind.VARINT);
    }
    bits = Varint.value(bytes, at, after);
    at = after;
    return true;
  }

  private boolean violated(Violation.Kind kind) {
    return violatedAt(start, kind);
  }

  private boolean violatedAt(int position, Violation.Kind kind) {
    start = position;
    violation = kind;
    return false;
  }

  /** Why reading stopped before the end; null if it did not. */
  public Violation.Kind violation() {
    return violation;
  }

  /** Where the field starts, or where what is not a field does. */
  public int start() {
    return start;
  }

  public int number() {
    return number;
  }

  public int wireType() {
    return wireType;
  }

  /** The value of a varint or of a fixed number, whose upper bits are 0 if it has 32. */
  public long bits() {
    return bits;
  }

  /** Where the content starts: the number, the bytes after the length, the fields of a group. */
  public int from() {
    return from;
  }

  /** Where the content ends. */
  public int end() {
    return end;
  }

  /** Where the field ends, and the next one starts. */
  public int after() {
    return at;
  }

  /** Reads one bare varint, as packed fields hold them, into {@link #bits()}. */
  public boolean packedVarint() {
    start = at;
    from = at;
    return at < to && bare();
  }

  /** Reads one bare fixed number of so many bytes into {@link #bits()}. */
  public boolean packedFixed(int size) {
    start = at;
    from = at;
    return at < to && fixed(size);
  }
}
