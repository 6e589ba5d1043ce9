package dev.telltale.unpacking.compression;

import dev.telltale.limit.Limits;
import dev.telltale.unpacking.layer.Container;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.RawStream;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;

/**
 * What Hadoop's BlockCompressorStream writes: blocks of an unpacked length and, until that many
 * bytes came, pieces of a packed length each; all lengths of four bytes, big-endian (<a
 * href="https://github.com/apache/hadoop/blob/trunk/hadoop-common-project/hadoop-common/src/main/java/org/apache/hadoop/io/compress/BlockCompressorStream.java">source</a>).
 *
 * <p>There is no magic, so a stream is taken for one only if its first piece is whole and decodes
 * to what the lengths say; or, where it is cut or a snappy block is broken, to text of some length.
 */
public final class HadoopBlocks extends MemberContainer {
  private static final int LENGTHS = 8;
  private static final int MIN_COUNT = LENGTHS + 5;
  private static final int MIN_LZ4 = 16;

  private final BlockCodec codec;
  private final int max;
  private long left;

  private HadoopBlocks(Source in, BlockCodec codec, int max, LayerFaults faults) {
    super(in, faults);
    this.codec = codec;
    this.max = max;
  }

  /** The container that starts here, or null. */
  public static Container recognise(Source in, Limits limits, LayerFaults faults)
      throws IOException {
    if (!in.ensure(MIN_COUNT) || !plausible(in, 0, limits.frameBytes())) {
      return null;
    }
    int unpacked = (int) in.wide32(0);
    int packed = (int) in.wide32(4);
    boolean whole = in.ensure(LENGTHS + packed);
    int held = Math.min(packed, in.held() - LENGTHS);
    for (BlockCodec codec : BlockCodec.values()) {
      BlockCodec.Decoded block = codec.decode(in, LENGTHS, held, unpacked);
      if (block.reveal().length > 0 && proves(in, codec, block, whole, limits.frameBytes())) {
        return new HadoopBlocks(in, codec, limits.frameBytes(), faults);
      }
    }
    return null;
  }

  private static boolean proves(
      Source in, BlockCodec codec, BlockCodec.Decoded block, boolean whole, int max)
      throws IOException {
    if (!whole) {
      return block.text();
    }
    long unpacked = in.wide32(0);
    if (codec == BlockCodec.SNAPPY) {
      return block.whole() || (block.text() && SnappyBlock.declared(in, LENGTHS) == unpacked);
    }
    int bytes = block.reveal().length;
    return block.whole()
        && bytes == unpacked
        && (block.text() || (bytes >= MIN_LZ4 && goesOn(in, (int) in.wide32(4), max)));
  }

  private static boolean plausible(Source in, int index, int max) {
    long unpacked = in.wide32(index);
    long packed = in.wide32(index + 4);
    return unpacked > 0 && unpacked <= max && packed > 1 && packed <= BlockCodec.packed(unpacked);
  }

  private static boolean goesOn(Source in, int packed, int max) throws IOException {
    int next = LENGTHS + packed;
    return !in.ensure(next + LENGTHS) || plausible(in, next, max);
  }

  @Override
  public String name() {
    return "hadoop-" + codec.label;
  }

  @Override
  void step() throws IOException {
    if (!in.ensure(1)) {
      if (left > 0) {
        fault(codec.truncated, in.position());
      }
      end();
      return;
    }
    boolean starts = left == 0;
    int lengths = starts ? LENGTHS : 4;
    if (starts && in.ensure(4) && in.wide32(0) == 0) {
      in.take(4);
      return;
    }
    if (!in.ensure(lengths)) {
      breakOff(codec.truncated, in.position() + in.held(), RawStream.of(in, in.held()));
      return;
    }
    long unpacked = starts ? in.wide32(0) : left;
    long packed = in.wide32(lengths - 4);
    if (unpacked > max || packed == 0 || packed > BlockCodec.packed(unpacked)) {
      breakOff(codec.data);
      return;
    }
    boolean whole = in.ensure((int) (lengths + packed));
    int held = (int) Math.min(packed, in.held() - lengths);
    BlockCodec.Decoded block = codec.decode(in, lengths, held, (int) unpacked);
    give(block.reveal(), 0, block.reveal().length);
    if (!whole) {
      left = 0;
      breakOff(codec.truncated, in.position() + in.held(), RawStream.of(in, in.held()));
    } else if (!block.whole()) {
      // What the piece should have held is not known, so that the block is taken to end with it.
      left = 0;
      breakOff(codec.data, in.position(), rest(lengths + packed));
    } else {
      left = unpacked - block.reveal().length;
      in.take((int) (lengths + packed));
    }
  }

  @Override
  RawStream abandon() {
    left = 0;
    return rest(Long.MAX_VALUE);
  }

  /**
   * Up to a place where a block of one piece starts, which may be nearer than the lengths say. LZ4
   * blocks do not show that they are ones, so that there the lengths are all that is known.
   */
  private RawStream rest(long bytes) {
    if (codec == BlockCodec.LZ4) {
      return RawStream.of(in, bytes);
    }
    return RawStream.upTo(
        in,
        LENGTHS + 5,
        (from, index) ->
            from.at(index) == 0
                && plausible(from, index, max)
                && SnappyBlock.declared(from, index + LENGTHS) == from.wide32(index));
  }
}
