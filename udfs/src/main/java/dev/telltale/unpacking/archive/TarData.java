package dev.telltale.unpacking.archive;

import dev.telltale.unpacking.layer.PartStream;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;

/** The data of one tar entry; passes what fills up its last block. */
final class TarData extends PartStream {
  private final TarEntries tar;
  private final Source in;
  private final int fill;
  private long left;
  private boolean ended;

  /**
   * @param end bytes of the data that follow and are not given out
   */
  TarData(TarEntries tar, Source in, long size, int end) {
    this.tar = tar;
    this.in = in;
    left = size;
    fill = end + (int) (-(size + end) & (TarHeader.BLOCK - 1));
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (ended) {
      return -1;
    }
    int count = left == 0 ? -1 : in.read(into, from, (int) Math.min(left, length));
    if (count > 0) {
      left -= count;
      return count;
    }
    ended = true;
    if (left > 0 || !in.pass(fill)) {
      tar.truncated();
    }
    return -1;
  }
}
