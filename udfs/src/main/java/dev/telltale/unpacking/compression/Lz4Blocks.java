package dev.telltale.unpacking.compression;

import dev.telltale.fault.FaultKind;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;
import net.jpountz.xxhash.StreamingXXHash32;
import net.jpountz.xxhash.XXHashFactory;

/** The blocks of one LZ4 frame at a time. */
final class Lz4Blocks {
  /** How reading goes on. */
  enum Step {
    GOOD,
    /** The next bytes, as many as the broken block takes, come raw; the frame goes on behind. */
    SKIP_BLOCK,
    /** The bytes up to the next frame come raw. */
    SKIP_FRAME,
    END
  }

  static final int LEGACY_BLOCK = 8 << 20;
  static final int LEGACY_MOST = LEGACY_BLOCK + LEGACY_BLOCK / 255 + 16;

  private static final int HISTORY = 64 << 10;
  private static final long STORED = 0x8000_0000L;

  private final Source in;
  private final LayerFaults faults;
  private final XXHashFactory hashes = XXHashFactory.safeInstance();
  private final StreamingXXHash32 content = hashes.newStreamingHash32(0);
  private final Lz4Block block = new Lz4Block();
  private Lz4Header header;
  private boolean legacy;
  private byte[] out = new byte[0];
  private int from;
  private int to;
  private long total;
  private long brokenBytes;
  private boolean whole;

  Lz4Blocks(Source in, LayerFaults faults) {
    this.in = in;
    this.faults = faults;
  }

  boolean inFrame() {
    return legacy || header != null;
  }

  /** Bytes of the block that could not be decoded. */
  long brokenBytes() {
    return brokenBytes;
  }

  Step open(Lz4Header frame) {
    if (frame.dictionary()) {
      faults.add(FaultKind.LZ4_DATA, in.position());
      return Step.SKIP_FRAME;
    }
    in.take(frame.bytes());
    header = frame;
    whole = true;
    total = 0;
    from = 0;
    to = 0;
    content.reset();
    return Step.GOOD;
  }

  void openLegacy() {
    legacy = true;
    from = 0;
    to = 0;
  }

  /** Gives out what is decoded; 0 if nothing is left. */
  int read(byte[] into, int offset, int length) {
    int step = Math.min(length, to - from);
    System.arraycopy(out, from, into, offset, step);
    from += step;
    return step;
  }

  /** Decodes the next block, or ends the frame. */
  Step next() throws IOException {
    if (legacy && !in.ensure(1)) {
      legacy = false;
      return Step.END;
    }
    if (!in.ensure(4)) {
      return truncated();
    }
    long word = in.int32(0);
    int max = legacy ? LEGACY_BLOCK : header.blockBytes();
    if (legacy && word > LEGACY_MOST) {
      legacy = false;
      return Step.GOOD;
    }
    if (!legacy && word == 0) {
      return end();
    }
    boolean stored = !legacy && (word & STORED) != 0;
    int size = (int) (word & ~STORED);
    if (size > (legacy ? LEGACY_MOST : max)) {
      return broken(FaultKind.LZ4_DATA);
    }
    int sum = !legacy && header.blockChecksum() ? 4 : 0;
    if (!in.ensure(4 + size + sum)) {
      return cut(size, stored, max);
    }
    if (sum > 0 && hash(4, size) != in.int32(4 + size)) {
      faults.add(FaultKind.LZ4_CHECKSUM, in.position());
    }
    boolean good = decode(size, stored, max);
    if (!good) {
      return broken(4L + size + sum);
    }
    in.take(4 + size + sum);
    return Step.GOOD;
  }

  private long hash(int index, int length) {
    return hashes.hash32().hash(in.array(), in.from() + index, length, 0) & 0xffff_ffffL;
  }

  private boolean decode(int size, boolean stored, int max) {
    int kept = !legacy && header.linked() ? Math.min(to, HISTORY) : 0;
    // A block of so many bytes expands to 255 times as many at most: memory follows what is there.
    long room = kept + (stored ? size : Math.min(max, 255L * size + 16));
    byte[] target = out.length < room ? new byte[(int) room] : out;
    System.arraycopy(out, to - kept, target, 0, kept);
    out = target;
    from = kept;
    boolean good = true;
    if (stored) {
      System.arraycopy(in.array(), in.from() + 4, out, kept, size);
      to = kept + size;
    } else {
      int limit = Math.min(max, out.length - kept);
      good = block.decode(in.array(), in.from() + 4, size, out, kept, limit);
      to = kept + block.produced();
    }
    if (!legacy) {
      content.update(out, from, to - from);
      total += to - from;
    }
    return good;
  }

  /** What is there of a block that is cut is decoded all the same. */
  private Step cut(int size, boolean stored, int max) {
    decode(Math.min(size, in.held() - 4), stored, max);
    return truncated();
  }

  private Step truncated() {
    faults.add(FaultKind.LZ4_TRUNCATED, in.position() + in.held());
    legacy = false;
    header = null;
    return Step.SKIP_FRAME;
  }

  private Step broken(FaultKind kind) {
    faults.add(kind, in.position());
    legacy = false;
    header = null;
    return Step.SKIP_FRAME;
  }

  private Step broken(long bytes) {
    if (!legacy && header.linked()) {
      return broken(FaultKind.LZ4_DATA);
    }
    faults.add(FaultKind.LZ4_DATA, in.position());
    whole = false;
    brokenBytes = bytes;
    return Step.SKIP_BLOCK;
  }

  private Step end() throws IOException {
    int bytes = header.contentChecksum() ? 8 : 4;
    if (!in.ensure(bytes)) {
      return truncated();
    }
    boolean wrong = header.contentSize() >= 0 && header.contentSize() != total;
    wrong |= bytes == 8 && (content.getValue() & 0xffff_ffffL) != in.int32(4);
    if (whole && wrong) {
      faults.add(FaultKind.LZ4_CHECKSUM, in.position());
    }
    in.take(bytes);
    header = null;
    return Step.GOOD;
  }
}
