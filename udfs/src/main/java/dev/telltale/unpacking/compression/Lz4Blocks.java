package dev.telltale.unpacking.compression;

import dev.telltale.fault.FaultKind;
import dev.telltale.unpacking.layer.RawStream;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;
import net.jpountz.xxhash.StreamingXXHash32;
import net.jpountz.xxhash.XXHashFactory;

/** The blocks of the frame that a container of LZ4 frames is in. */
final class Lz4Blocks {
  /** What a legacy block unpacks to at most (LZ4 Frame Format, "Legacy frame"). */
  static final int LEGACY_BLOCK = 8 << 20;

  static final int MAX_LEGACY_BYTES = LEGACY_BLOCK + LEGACY_BLOCK / 255 + 16;

  /** How far back a block may refer (LZ4 Block Format, "Sequences"). */
  private static final int HISTORY = 64 << 10;

  private static final long STORED = 0x8000_0000L;

  private final MemberContainer frames;
  private final Source in;
  private final XXHashFactory hashes = XXHashFactory.safeInstance();
  private final StreamingXXHash32 content = hashes.newStreamingHash32(0);
  private final Lz4Block block = new Lz4Block();
  private Lz4Header header;
  private boolean legacy;
  private byte[] out = new byte[0];
  private int to;
  private long total;
  private boolean whole;

  Lz4Blocks(MemberContainer frames) {
    this.frames = frames;
    in = frames.in;
  }

  boolean inFrame() {
    return legacy || header != null;
  }

  void abandon() {
    legacy = false;
    header = null;
  }

  void open(Lz4Header frame) {
    if (frame.dictionary()) {
      frames.breakOff(FaultKind.LZ4_DATA);
      return;
    }
    in.take(frame.bytes());
    header = frame;
    whole = true;
    total = 0;
    to = 0;
    content.reset();
  }

  void openLegacy() {
    legacy = true;
    to = 0;
  }

  /** Decodes the next block, or ends the frame. */
  void next() throws IOException {
    if (legacy && !in.ensure(1)) {
      legacy = false;
      frames.end();
      return;
    }
    if (!in.ensure(4)) {
      frames.truncated(FaultKind.LZ4_TRUNCATED);
      return;
    }
    long word = in.int32(0);
    if (legacy && word > MAX_LEGACY_BYTES) {
      legacy = false;
    } else if (!legacy && word == 0) {
      endFrame();
    } else {
      block(word);
    }
  }

  private void block(long word) throws IOException {
    int max = legacy ? LEGACY_BLOCK : header.blockBytes();
    boolean stored = !legacy && (word & STORED) != 0;
    int size = (int) (word & ~STORED);
    if (size > (legacy ? MAX_LEGACY_BYTES : max)) {
      frames.breakOff(FaultKind.LZ4_DATA);
      return;
    }
    int sum = !legacy && header.blockChecksum() ? 4 : 0;
    if (!in.ensure(4 + size + sum)) {
      // What is there of a block that is cut is decoded all the same.
      decode(Math.min(size, in.held() - 4), stored, max);
      frames.truncated(FaultKind.LZ4_TRUNCATED);
      return;
    }
    if (sum > 0 && hash(4, size) != in.int32(4 + size)) {
      frames.fault(FaultKind.LZ4_CHECKSUM, in.position());
    }
    if (decode(size, stored, max)) {
      in.take(4 + size + sum);
    } else if (!legacy && header.linked()) {
      frames.breakOff(FaultKind.LZ4_DATA);
    } else {
      whole = false;
      RawStream broken = RawStream.of(in, 4L + size + sum);
      frames.breakOff(FaultKind.LZ4_DATA, in.position(), broken);
    }
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
    boolean good = true;
    if (stored) {
      System.arraycopy(in.array(), in.from() + 4, out, kept, size);
      to = kept + size;
    } else {
      int limit = Math.min(max, out.length - kept);
      good = block.decode(in.array(), in.from() + 4, size, out, kept, limit);
      to = kept + block.produced();
    }
    frames.give(out, kept, to);
    if (!legacy) {
      content.update(out, kept, to - kept);
      total += to - kept;
    }
    return good;
  }

  private void endFrame() throws IOException {
    int bytes = header.contentChecksum() ? 8 : 4;
    if (!in.ensure(bytes)) {
      frames.truncated(FaultKind.LZ4_TRUNCATED);
      return;
    }
    boolean wrong = header.contentSize() >= 0 && header.contentSize() != total;
    wrong |= bytes == 8 && (content.getValue() & 0xffff_ffffL) != in.int32(4);
    if (whole && wrong) {
      frames.fault(FaultKind.LZ4_CHECKSUM, in.position());
    }
    in.take(bytes);
    header = null;
  }
}
