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

  private static boolean plausible(Source in, int index) {
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
      breakOff(FaultKind.ZSTD_TRAILING_BYTES);
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
    boolean single = (descriptor & 0x20) != 0;
    int size = 5 + (single ? 0 : 1) + new int[] {0, 1, 2, 4}[descriptor & 3];
    int sizeFlag = descriptor >> 6;
    int sizeBytes = sizeFlag == 0 ? single ? 1 : 0 : 1 << sizeFlag;
    if (!in.ensure(size + sizeBytes)) {
      in.take(in.held());
      truncated();
      return;
    }
    decoder.reset();
    if ((!single && window(in.at(5)) > Limits.MAX_ZSTD_WINDOW_BYTES)
        || !decoder.feed(in.array(), in.from(), size + sizeBytes)) {
      breakOff(FaultKind.ZSTD_DATA);
      return;
    }
    checksum = (descriptor & 4) != 0;
    in.take(size + sizeBytes);
    inFrame = true;
  }

  private long window(int descriptor) {
    long base = 1L << (10 + (descriptor >> 3));
    return base + base / 8 * (descriptor & 7);
  }

  private void block() throws IOException {
    if (!in.ensure(3)) {
      truncated();
      return;
    }
    int head = in.int16(0) | in.at(2) << 16;
    boolean last = (head & 1) != 0;
    int type = head >> 1 & 3;
    int size = 3 + (type == 1 ? 1 : head >> 3);
    if (type == 3 || head >> 3 > ZstdBlockDecoder.BLOCK) {
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
    return RawStream.upTo(in, 5, ZstdFrames::plausible);
  }

  @Override
  public void close() {
    decoder.close();
  }
}
