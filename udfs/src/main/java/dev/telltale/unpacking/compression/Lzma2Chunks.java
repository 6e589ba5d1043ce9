package dev.telltale.unpacking.compression;

import dev.telltale.unpacking.layer.PartStream;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.ArrayCache;
import org.tukaani.xz.BasicArrayCache;
import org.tukaani.xz.LZMA2Options;

/**
 * The LZMA2 data of one block, read chunk by chunk (The .xz File Format, section 5.3.1; the layout
 * of chunks is that of XZ for Java), so that a broken chunk is known and those before it are not
 * lost. A chunk is of 64 KiB at most.
 */
final class Lzma2Chunks {
  /** How the data goes on. */
  enum State {
    OPEN,
    FINISHED,
    CUT,
    CORRUPT
  }

  /** Bytes decoded in one call: when it fails, the library drops those before the damage. */
  private static final int SLICE = 32;

  private final Source in;
  private final ArrayCache arrays = new BasicArrayCache();
  private final Feed feed = new Feed();
  private InputStream decoder;
  private State state = State.FINISHED;
  private int packed;
  private int left;

  Lzma2Chunks(Source in) {
    this.in = in;
  }

  void open(int dictionary) throws IOException {
    close();
    LZMA2Options options = new LZMA2Options();
    options.setDictSize(dictionary);
    feed.left = 0;
    decoder = options.getInputStream(feed, arrays);
    left = 0;
    packed = 0;
    state = State.OPEN;
  }

  State state() {
    return state;
  }

  /** Decodes some bytes; 0 once the state is no longer open. */
  int read(byte[] into, int from, int length) throws IOException {
    while (state == State.OPEN) {
      if (left == 0) {
        chunk();
        continue;
      }
      int count = decode(into, from, Math.min(Math.min(length, left), SLICE));
      if (count > 0) {
        left -= count;
        if (left == 0) {
          in.take(packed);
        }
        return count;
      }
      state = State.CORRUPT;
    }
    return 0;
  }

  /** The input is in memory, so that every failure is one of the data. */
  private int decode(byte[] into, int from, int length) {
    try {
      return decoder.read(into, from, length);
    } catch (IOException corrupt) {
      return -1;
    }
  }

  private void chunk() throws IOException {
    if (!in.ensure(1)) {
      state = State.CUT;
      return;
    }
    int control = in.at(0);
    if (control == 0) {
      in.take(1);
      state = State.FINISHED;
      return;
    }
    if (control > 2 && control < 0x80) {
      state = State.CORRUPT;
      return;
    }
    int header = control < 0x80 ? 3 : control < 0xc0 ? 5 : 6;
    if (!in.ensure(header)) {
      state = State.CUT;
      return;
    }
    int size = (in.at(1) << 8 | in.at(2)) + 1;
    left = control < 0x80 ? size : size + ((control & 0x1f) << 16);
    packed = header + (control < 0x80 ? size : (in.at(3) << 8 | in.at(4)) + 1);
    if (!in.ensure(packed)) {
      state = State.CUT;
      return;
    }
    feed.open(packed);
  }

  void close() {
    if (decoder != null) {
      try {
        decoder.close();
      } catch (IOException impossible) {
        throw new IllegalStateException("closing bytes in memory", impossible);
      }
      decoder = null;
    }
  }

  /** The chunk that is held by the source. */
  private final class Feed extends PartStream {
    private int index;
    private int left;

    void open(int bytes) {
      index = 0;
      left = bytes;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (left == 0) {
        return length == 0 ? 0 : -1;
      }
      int count = Math.min(length, left);
      System.arraycopy(in.array(), in.from() + index, into, from, count);
      index += count;
      left -= count;
      return count;
    }
  }
}
