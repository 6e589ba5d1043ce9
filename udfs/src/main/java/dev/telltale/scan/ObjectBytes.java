package dev.telltale.scan;

import dev.telltale.unpacking.Unpacking;

/**
 * Where the unpacked bytes of one object went: counted frame by frame, the rest when reading ends.
 * The three counts add up to its unpacked size, as far as it was unpacked.
 */
final class ObjectBytes {
  private long decoded;
  private long rawScanned;
  private long unread;
  private long answered;

  /** A leaf is read from its start. */
  void startLeaf() {
    answered = 0;
  }

  void decoded(long bytes) {
    answered += bytes;
    decoded += bytes;
  }

  void rawScanned(long bytes) {
    answered += bytes;
    rawScanned += bytes;
  }

  /** Bytes of a frame on which we failed. */
  void failed(long bytes) {
    answered += bytes;
    unread += bytes;
  }

  /** Reading ended, wherever it was: what was not answered for by now is unread. */
  void end(Unpacking unpacking) {
    unread += unpacking.bytesUnread(answered);
  }

  /** The object was not opened. */
  void unopened(long size) {
    unread += size;
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
