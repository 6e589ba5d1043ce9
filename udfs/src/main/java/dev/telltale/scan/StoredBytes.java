package dev.telltale.scan;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The stored bytes of an object on their way in: counted and hashed. A body that ends before the
 * listed size is a read error, never the end of the data.
 */
final class StoredBytes extends FilterInputStream {
  private final MessageDigest digest;
  private final long size;
  private long count;
  private boolean ended;

  StoredBytes(InputStream in, long size) {
    super(in);
    this.size = size;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every Java", impossible);
    }
  }

  long count() {
    return count;
  }

  /** Null unless the whole object was read. Callable once. */
  String sha256() {
    return ended ? HexFormat.of().formatHex(digest.digest()) : null;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = in.read(bytes, from, length);
    if (read < 0) {
      if (count < size) {
        throw new ShortBody();
      }
      ended = true;
      return -1;
    }
    count += read;
    digest.update(bytes, from, read);
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public long skip(long bytes) throws IOException {
    byte[] buffer = new byte[(int) Math.min(bytes, 1 << 16)];
    long skipped = 0;
    while (skipped < bytes) {
      int read = read(buffer, 0, (int) Math.min(bytes - skipped, buffer.length));
      if (read < 0) {
        break;
      }
      skipped += read;
    }
    return skipped;
  }

  /** The store ended the body before the size that it had promised. */
  static final class ShortBody extends IOException {
    private static final long serialVersionUID = 1L;

    ShortBody() {
      super("the body is shorter than the listed size");
    }
  }
}
