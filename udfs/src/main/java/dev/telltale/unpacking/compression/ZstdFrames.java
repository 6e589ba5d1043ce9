package dev.telltale.unpacking.compression;

import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.RawStream;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;

/**
 * Zstandard (RFC 8878): frames back to back as one stream. Frames are walked block by block, so
 * that everything before damage is given out and the rest, from the damaged block up to the next
 * frame, comes raw. Skippable frames are structure unless they are large enough to hide something.
 */
public final class ZstdFrames extends MemberContainer {
  private static final long MAGIC = 0xfd2f_b528L;
  private static final long SKIPPABLE = 0x184d_2a50L;

  static final int MIN_BYTES = 5;
  static final int BLOCK_HEADER = 3;

  private final ZstdBlockDecoder decoder = new ZstdBlockDecoder();
  private boolean inFrame;
  private boolean checksum;

  public ZstdFrames(Source in, LayerFaults faults) {
    super(in, faults);
  }

  public static boolean startsHere(Source in) throws IOException {
    return (in.ensure(5) && plausible(in, 0)) || (in.ensure(8) && isSkippable(in));
  }

  private static boolean isSkippable(Source in) {
    return (in.int32(0) & ~0xfL) == SKIPPABLE;
  }

  static boolean plausible(Source in, int index) {
    return in.int32(index) == MAGIC && (in.at(index + 4) & 8) == 0;
  }

  @Override
  public String name() {
    return "zstd";
  }

  @Override
  void step() throws IOException {
    if (inFrame) {
      block();
    } else {
      open();
    }
  }

  private void open() throws IOException {
    if (!in.ensure(1)) {
      end();
      return;
    }
    boolean whole = in.ensure(5);
    if (whole && in.int32(0) == MAGIC) {
      header();
    } else if (in.held() >= 4 && isSkippable(in)) {
      skip();
    } else if (!whole && startOfMagic()) {
      in.take(in.held());
      truncated();
    } else {
      leave(FaultKind.ZSTD_TRAILING_BYTES);
    }
  }

  private boolean startOfMagic() {
    for (int i = 0; i < Math.min(4, in.held()); i++) {
      if (in.at(i) != ((MAGIC >> (8 * i)) & 0xff)) {
        return false;
      }
    }
    return true;
  }

  private void skip() throws IOException {
    if (!in.ensure(8)) {
      in.take(in.held());
      truncated();
      return;
    }
    long bytes = in.int32(4);
    in.take(8);
    if (bytes > Limits.MAX_STRUCTURE_BYTES) {
      end(RawStream.of(in, bytes));
    } else if (!in.pass(bytes)) {
      truncated();
    }
  }

  private void header() throws IOException {
    int descriptor = in.at(4);
    int bytes = headerBytes(in, 0);
    if (!in.ensure(bytes)) {
      in.take(in.held());
      truncated();
      return;
    }
    decoder.reset();
    if (window(in) > Limits.MAX_ZSTD_WINDOW_BYTES || !decoder.feed(in.array(), in.from(), bytes)) {
      breakOff(FaultKind.ZSTD_DATA);
      return;
    }
    checksum = (descriptor & 4) != 0;
    in.take(bytes);
    inFrame = true;
  }

  /** Bytes of the header whose first five are held. */
  static int headerBytes(Source in, int index) {
    int descriptor = in.at(index + 4);
    boolean single = (descriptor & 0x20) != 0;
    int sizeFlag = descriptor >> 6;
    int sizeBytes = sizeFlag == 0 ? single ? 1 : 0 : 1 << sizeFlag;
    return 5 + (single ? 0 : 1) + new int[] {0, 1, 2, 4}[descriptor & 3] + sizeBytes;
  }

  /**
   * Bytes of the block whose header is held, with it; -1 where there can be none of such a size.
   */
  static int blockBytes(Source in, int index) {
    int head = in.int16(index) | in.at(index + 2) << 16;
    int type = head >> 1 & 3;
    return type == 3 || head >> 3 > ZstdBlockDecoder.BLOCK
        ? -1
        : BLOCK_HEADER + (type == 1 ? 1 : head >> 3);
  }

  /** The window that the header at the next byte asks for; none for a frame of one segment. */
  private static long window(Source in) {
    int descriptor = in.at(5);
    long base = 1L << (10 + (descriptor >> 3));
    return (in.at(4) & 0x20) != 0 ? 0 : base + base / 8 * (descriptor & 7);
  }

  private void block() throws IOException {
    if (!in.ensure(BLOCK_HEADER)) {
      truncated();
      return;
    }
    int head = in.int16(0) | in.at(2) << 16;
    boolean last = (head & 1) != 0;
    int size = blockBytes(in, 0);
    if (size < 0) {
      breakOff(FaultKind.ZSTD_DATA);
      return;
    }
    if (!in.ensure(size)) {
      truncated();
      return;
    }
    if (!decoder.feed(in.array(), in.from(), size)) {
      breakOff(FaultKind.ZSTD_DATA);
      return;
    }
    give(decoder.out(), 0, decoder.count());
    in.take(size);
    if (last) {
      inFrame = false;
      if (checksum) {
        check();
      }
    }
  }

  private void check() throws IOException {
    if (!in.ensure(4)) {
      in.take(in.held());
      truncated();
      return;
    }
    if (!decoder.feed(in.array(), in.from(), 4)) {
      fault(FaultKind.ZSTD_DATA, in.position());
    }
    in.take(4);
  }

  /** What is held of a block comes raw. */
  private void truncated() {
    truncated(FaultKind.ZSTD_TRUNCATED);
  }

  @Override
  RawStream abandon() {
    inFrame = false;
    return upTo(MIN_BYTES, ZstdFrames::plausible);
  }

  @Override
  public void close() {
    decoder.close();
  }
}
