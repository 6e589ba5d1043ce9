package dev.telltale.scan;

/** Where the unpacked bytes of one object went. The three counts add up to its unpacked size. */
final class ObjectBytes {
  private long decoded;
  private long rawScanned;
  private long unread;

  void scanned(long bytes, boolean raw) {
    if (raw) {
      rawScanned += bytes;
    } else {
      decoded += bytes;
    }
  }

  void unread(long bytes) {
    unread += bytes;
  }

  long decoded() {
    return decoded;
  }

  long rawScanned() {
    return rawScanned;
  }

  long unread() {
    return unread;
  }
}
