package dev.telltale.unpacking.compression;

import dev.telltale.fault.FaultKind;
import dev.telltale.unpacking.charset.TextBytes;
import dev.telltale.unpacking.layer.Source;
import java.util.Arrays;

/** How one block is compressed inside a container that only adds lengths. */
enum BlockCodec {
  SNAPPY("snappy", FaultKind.SNAPPY_DATA, FaultKind.SNAPPY_TRUNCATED),
  LZ4("lz4", FaultKind.LZ4_DATA, FaultKind.LZ4_TRUNCATED);

  /** A block as far as it is sound. */
  static final class Decoded {
    private final byte[] bytes;
    private final boolean whole;

    Decoded(byte[] bytes, boolean whole) {
      this.bytes = bytes;
      this.whole = whole;
    }

    byte[] reveal() {
      return bytes;
    }

    /** Whether that is all of it, and its lengths agree. */
    boolean whole() {
      return whole;
    }

    boolean text() {
      return bytes.length >= 64 && TextBytes.clean(bytes, 0, bytes.length);
    }

    @Override
    public String toString() {
      return "block of " + bytes.length + " bytes";
    }
  }

  private static final int EXPANSION = 255;

  final String label;
  final FaultKind data;
  final FaultKind truncated;

  BlockCodec(String label, FaultKind data, FaultKind truncated) {
    this.label = label;
    this.data = data;
    this.truncated = truncated;
  }

  /** The most bytes that so many can be packed into. */
  static long packed(long bytes) {
    return 32 + bytes + bytes / 6;
  }

  /** Decodes a block of which so much is held. */
  Decoded decode(Source in, int index, int length, int max) {
    if (this == SNAPPY) {
      SnappyBlock block = new SnappyBlock(in.array(), in.from() + index, length, max);
      boolean fits = block.declared() <= max;
      return new Decoded(block.decode((int) block.produced()), fits && block.exact());
    }
    byte[] out = new byte[(int) Math.min(max, (long) EXPANSION * length + 16)];
    Lz4Block block = new Lz4Block();
    boolean whole = block.decode(in.array(), in.from() + index, length, out, 0, out.length);
    return new Decoded(Arrays.copyOf(out, block.produced()), whole);
  }
}
