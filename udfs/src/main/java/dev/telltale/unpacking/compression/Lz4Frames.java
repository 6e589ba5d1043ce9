package dev.telltale.unpacking.compression;

import dev.telltale.fault.FaultKind;
import dev.telltale.unpacking.layer.Container;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.Part;
import dev.telltale.unpacking.layer.PartStream;
import dev.telltale.unpacking.layer.RawStream;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;

/**
 * LZ4 frames back to back as one stream, those of the legacy form among them. Frames are walked
 * block by block: what a block decodes to before a damage is delivered, its bytes come raw, and
 * what can be read behind it is a new stream. Skippable frames are structure unless they are large
 * enough to hide something.
 */
public final class Lz4Frames implements Container {
  static final long LEGACY = 0x184c_2102L;

  private static final long SKIPPABLE = 0x184d_2a50L;
  private static final int STRUCTURE_BYTES = 64 << 10;
  private static final int LEGACY_PROOF = 64;

  private final Source in;
  private final LayerFaults faults;
  private final Lz4Blocks blocks;
  private Part raw;
  private boolean broken;

  public Lz4Frames(Source in, LayerFaults faults) {
    this.in = in;
    this.faults = faults;
    blocks = new Lz4Blocks(in, faults);
  }

  /** Whether a frame starts here, or behind skippable frames that are held. */
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
    if (in.held() < at + 8 || in.int32(at + 4) > Lz4Blocks.LEGACY_MOST) {
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
  public Part next() throws IOException {
    if (raw != null) {
      Part part = raw;
      raw = null;
      return part;
    }
    if (!in.ensure(1)) {
      return null;
    }
    if (broken) {
      broken = false;
      return Part.raw(in.position(), RawStream.upTo(in, Lz4Header.MAX_COUNT, Lz4Frames::plausible));
    }
    return Part.unpacked(in.position(), new Decoded());
  }

  private final class Decoded extends PartStream {
    private boolean ended;
    private boolean first = true;

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      while (true) {
        int count = blocks.read(into, from, length);
        if (count > 0) {
          return count;
        }
        if (ended) {
          return -1;
        }
        step();
      }
    }

    private void step() throws IOException {
      switch (blocks.inFrame() ? blocks.next() : open()) {
        case GOOD -> first = false;
        case SKIP_BLOCK -> {
          raw = Part.raw(in.position(), RawStream.of(in, blocks.brokenBytes()));
          ended = true;
        }
        case SKIP_FRAME -> {
          ended = true;
          broken = true;
        }
        case END -> ended = true;
      }
    }

    private Lz4Blocks.Step open() throws IOException {
      if (!in.ensure(1)) {
        return Lz4Blocks.Step.END;
      }
      Lz4Header header = Lz4Header.read(in);
      if (header != null) {
        return blocks.open(header);
      }
      if (in.held() >= 8 && in.int32(0) == LEGACY) {
        in.take(4);
        blocks.openLegacy();
        return Lz4Blocks.Step.GOOD;
      }
      if (in.held() >= 8 && skippable(in, 0)) {
        return skip();
      }
      boolean cut = in.held() < Lz4Header.MAX_COUNT && startOfMagic();
      faults.add(
          cut ? FaultKind.LZ4_TRUNCATED : first ? FaultKind.LZ4_DATA : FaultKind.LZ4_TRAILING_BYTES,
          in.position() + (cut ? in.held() : 0));
      return Lz4Blocks.Step.SKIP_FRAME;
    }

    private boolean startOfMagic() {
      boolean frame = true;
      boolean other = true;
      for (int i = 0; i < Math.min(4, in.held()); i++) {
        frame &= in.at(i) == (Lz4Header.MAGIC >> 8 * i & 0xff);
        other &= in.at(i) == (LEGACY >> 8 * i & 0xff);
      }
      return frame || other;
    }

    private Lz4Blocks.Step skip() throws IOException {
      long bytes = in.int32(4);
      in.take(8);
      if (bytes > STRUCTURE_BYTES) {
        raw = Part.raw(in.position(), RawStream.of(in, bytes));
        ended = true;
      } else if (!in.pass(bytes)) {
        faults.add(FaultKind.LZ4_TRUNCATED, in.position());
        ended = true;
      }
      return Lz4Blocks.Step.GOOD;
    }
  }

  @Override
  public void close() {}
}
