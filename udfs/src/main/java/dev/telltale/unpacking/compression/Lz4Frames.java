package dev.telltale.unpacking.compression;

import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.RawStream;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;

/**
 * LZ4 frames back to back as one stream, those of the legacy form among them. Frames are walked
 * block by block: what a block decodes to before the damage is given out, its bytes come raw, and
 * what can be read after it is a new part. Skippable frames are structure unless they are large
 * enough to hide something.
 */
public final class Lz4Frames extends MemberContainer {
  static final long LEGACY = 0x184c_2102L;

  private static final long SKIPPABLE = 0x184d_2a50L;
  private static final int LEGACY_PROOF = 64;

  private final Lz4Blocks blocks;

  public Lz4Frames(Source in, LayerFaults faults) {
    super(in, faults);
    blocks = new Lz4Blocks(this);
  }

  /** Whether a frame starts here, or after skippable frames that are held. */
  public static boolean startsHere(Source in) throws IOException {
    in.ensure(8);
    int at = 0;
    while (in.held() >= at + 8 && skippable(in, at)) {
      long next = at + 8 + in.int32(at + 4);
      if (next > Source.BUFFER - Lz4Header.MAX_COUNT) {
        return false;
      }
      at = (int) next;
      in.ensure(at + Lz4Header.MAX_COUNT);
    }
    in.ensure(at + Lz4Header.MAX_COUNT);
    return in.held() >= at + Lz4Header.MIN_COUNT
        && (Lz4Header.at(in, at) != null || (in.int32(at) == LEGACY && legacyAt(in, at)));
  }

  /** The legacy form has no checksum: its first block must decode, as far as it is held. */
  private static boolean legacyAt(Source in, int at) throws IOException {
    if (in.held() < at + 8 || in.int32(at + 4) > Lz4Blocks.MAX_LEGACY_BYTES) {
      return false;
    }
    int size = (int) in.int32(at + 4);
    in.ensure(Math.min(Source.BUFFER, at + 8 + size));
    int held = Math.min(size, in.held() - at - 8);
    byte[] out = new byte[Source.BUFFER];
    Lz4Block block = new Lz4Block();
    boolean whole =
        block.decode(in.array(), in.from() + at + 8, held, out, 0, out.length) && held == size;
    return whole || block.produced() == out.length || nearEnd(block, held, size);
  }

  private static boolean nearEnd(Lz4Block block, int held, int size) {
    return held < size
        && block.produced() >= LEGACY_PROOF
        && held - block.consumed() < held / 2 + 1;
  }

  private static boolean skippable(Source in, int index) {
    return (in.int32(index) & ~0xfL) == SKIPPABLE;
  }

  private static boolean plausible(Source in, int index) {
    return Lz4Header.at(in, index) != null || in.int32(index) == LEGACY;
  }

  @Override
  public String name() {
    return "lz4";
  }

  @Override
  void step() throws IOException {
    if (blocks.inFrame()) {
      blocks.next();
    } else if (in.ensure(1)) {
      open();
    } else {
      end();
    }
  }

  private void open() throws IOException {
    Lz4Header header = Lz4Header.read(in);
    if (header != null) {
      blocks.open(header);
    } else if (in.held() >= 8 && in.int32(0) == LEGACY) {
      in.take(4);
      blocks.openLegacy();
    } else if (in.held() >= 8 && skippable(in, 0)) {
      skip();
    } else if (in.held() < Lz4Header.MAX_COUNT && startOfMagic()) {
      truncated(FaultKind.LZ4_TRUNCATED);
    } else if (first()) {
      breakOff(FaultKind.LZ4_DATA);
    } else {
      leave(FaultKind.LZ4_TRAILING_BYTES);
    }
  }

  private boolean startOfMagic() {
    boolean frame = true;
    boolean legacy = true;
    for (int i = 0; i < Math.min(4, in.held()); i++) {
      frame &= in.at(i) == (Lz4Header.MAGIC >> 8 * i & 0xff);
      legacy &= in.at(i) == (LEGACY >> 8 * i & 0xff);
    }
    return frame || legacy;
  }

  private void skip() throws IOException {
    long bytes = in.int32(4);
    in.take(8);
    if (bytes > Limits.MAX_STRUCTURE_BYTES) {
      end(RawStream.of(in, bytes));
    } else if (!in.pass(bytes)) {
      truncated(FaultKind.LZ4_TRUNCATED);
    }
  }

  @Override
  RawStream abandon() {
    blocks.abandon();
    return upTo(Lz4Header.MAX_COUNT, Lz4Frames::plausible);
  }
}
