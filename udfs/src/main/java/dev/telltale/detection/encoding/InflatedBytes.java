package dev.telltale.detection.encoding;

import dev.telltale.fault.FaultKind;
import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What gzip (RFC 1952, every member) or zlib (RFC 1950) bytes unpack to, as far as they can, and
 * what kept the rest from it. Holds content: never printed.
 */
final class InflatedBytes {
  private static final int GZIP_HEADER = 10;
  private static final int GZIP_TRAILER = 8;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int HEADER_CHECKSUM = 2;

  private final byte[] in;
  private final int budget;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private FaultKind incomplete;

  private InflatedBytes(byte[] in, int budget) {
    this.in = in;
    this.budget = budget;
  }

  static boolean isGzip(byte[] bytes) {
    return isGzip(bytes, 0);
  }

  private static boolean isGzip(byte[] bytes, int at) {
    return bytes.length > at + 3
        && bytes[at] == 0x1F
        && bytes[at + 1] == (byte) 0x8B
        && bytes[at + 2] == DEFLATE;
  }

  private static final byte DEFLATE = 8;

  /** Deflate, a window of 32 KiB, no dictionary, and the header's own check. */
  static boolean isZlib(byte[] bytes) {
    return bytes.length > 6
        && bytes[0] == 0x78
        && (bytes[1] & 0x20) == 0
        && ((bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF) % 31 == 0;
  }

  /**
   * Unpacks.
   *
   * @param budget how many bytes may be unpacked
   */
  static InflatedBytes of(byte[] bytes, int budget) {
    InflatedBytes inflated = new InflatedBytes(bytes, budget);
    if (isGzip(bytes)) {
      inflated.members();
    } else {
      inflated.stream(0, false);
    }
    return inflated;
  }

  private void members() {
    int at = 0;
    while (at < in.length && incomplete == null) {
      if (!isGzip(in, at)) {
        incomplete = FaultKind.GZIP_TRAILING_BYTES;
        return;
      }
      int data = afterHeader(at);
      if (data < 0) {
        incomplete = FaultKind.GZIP_HEADER;
        return;
      }
      at = stream(data, true);
    }
  }

  /** Where the deflate data of the member at {@code at} starts, or -1. */
  private int afterHeader(int at) {
    if (at + GZIP_HEADER > in.length) {
      return -1;
    }
    int flags = in[at + 3];
    int next = at + GZIP_HEADER;
    if ((flags & EXTRA) != 0) {
      if (next + 2 > in.length) {
        return -1;
      }
      next += 2 + ((in[next] & 0xFF) | (in[next + 1] & 0xFF) << 8);
    }
    for (int flag : new int[] {NAME, COMMENT}) {
      if ((flags & flag) != 0) {
        while (next < in.length && in[next] != 0) {
          next++;
        }
        next++;
      }
    }
    next += (flags & HEADER_CHECKSUM) != 0 ? 2 : 0;
    return next > in.length ? -1 : next;
  }

  /** Inflates one stream; returns the position after it and its trailer. */
  private int stream(int from, boolean raw) {
    Inflater inflater = new Inflater(raw);
    CRC32 checksum = new CRC32();
    byte[] chunk = new byte[8 << 10];
    try {
      inflater.setInput(in, from, in.length - from);
      while (!inflater.finished() && incomplete == null) {
        int made = inflater.inflate(chunk);
        int kept = Math.min(made, budget - out.size());
        checksum.update(chunk, 0, made);
        out.write(chunk, 0, kept);
        if (kept < made) {
          incomplete = FaultKind.ENCODING_LIMIT;
        } else if (made == 0 && !inflater.finished()) {
          incomplete = raw ? FaultKind.GZIP_TRUNCATED : FaultKind.GZIP_DATA;
        }
      }
      int end = in.length - inflater.getRemaining();
      if (incomplete == null && raw) {
        return trailer(end, checksum.getValue());
      }
      if (incomplete == null && end < in.length) {
        incomplete = FaultKind.GZIP_TRAILING_BYTES;
      }
      return end;
    } catch (DataFormatException broken) {
      incomplete = FaultKind.GZIP_DATA;
      return in.length;
    } finally {
      inflater.end();
    }
  }

  private int trailer(int at, long checksum) {
    if (at + GZIP_TRAILER > in.length) {
      incomplete = FaultKind.GZIP_TRUNCATED;
      return in.length;
    }
    long stated = 0;
    for (int i = 3; i >= 0; i--) {
      stated = stated << 8 | in[at + i] & 0xFF;
    }
    if (stated != checksum) {
      incomplete = FaultKind.GZIP_CHECKSUM;
    }
    return at + GZIP_TRAILER;
  }

  byte[] reveal() {
    return out.toByteArray();
  }

  /** Null when everything was unpacked. */
  FaultKind incomplete() {
    return incomplete;
  }

  @Override
  public String toString() {
    return "inflated " + out.size() + " bytes";
  }
}
