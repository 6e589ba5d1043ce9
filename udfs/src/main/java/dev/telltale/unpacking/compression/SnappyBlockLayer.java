package dev.telltale.unpacking.compression;

import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.unpacking.charset.TextBytes;
import dev.telltale.unpacking.layer.Container;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.Part;
import dev.telltale.unpacking.layer.RawStream;
import dev.telltale.unpacking.layer.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * A whole layer that is one snappy block. The format has no magic, so a layer is taken for a block
 * only if it decodes to exactly the length it declares; or, where the header is wrong, the end is
 * missing or an element is corrupt, if what decodes is text of some length.
 *
 * <p>In these cases the decoded text is delivered with a fault: a wrong length at position 0, a
 * truncation where the bytes end, a corrupt element where it starts, from where the rest is raw.
 */
public final class SnappyBlockLayer implements Container {
  private static final int TEXT_BYTES = 64;

  private final Source in;
  private final byte[] decoded;
  private final int consumed;
  private int step;

  private SnappyBlockLayer(Source in, byte[] decoded, int consumed) {
    this.in = in;
    this.decoded = decoded;
    this.consumed = consumed;
  }

  /** The block, or null if this is none. Reads the layer into memory only if its head fits. */
  public static SnappyBlockLayer recognise(Source in, Limits limits, LayerFaults faults)
      throws IOException {
    long max = limits.payloadBytes();
    in.ensure(Source.BUFFER);
    int head = Math.min(in.held(), Source.BUFFER);
    if (head < 3 || TextBytes.clean(in.array(), in.from(), head)) {
      return null;
    }
    SnappyBlock start = new SnappyBlock(in.array(), in.from(), head, max);
    if (start.declared() == 0 || start.produced() == 0) {
      return null;
    }
    boolean wrong =
        start.ending() == SnappyBlock.Ending.CORRUPT || start.produced() > start.declared();
    if (wrong && !text(start)) {
      return null;
    }
    if (in.ensure(limits.frameBytes() + 1)) {
      return null;
    }
    SnappyBlock block = new SnappyBlock(in.array(), in.from(), in.held(), max);
    if (block.exact()) {
      return new SnappyBlockLayer(in, block.decode((int) block.produced()), in.held());
    }
    return damaged(in, block, faults);
  }

  private static SnappyBlockLayer damaged(Source in, SnappyBlock block, LayerFaults faults) {
    boolean wrongLength = block.ending() == SnappyBlock.Ending.WHOLE;
    boolean tooLong =
        in.held() > maxPacked(block.declared()) || block.produced() > block.declared();
    if (!text(block) || (!wrongLength && tooLong)) {
      return null;
    }
    int consumed = in.held();
    switch (block.ending()) {
      case WHOLE -> faults.add(FaultKind.SNAPPY_LENGTH, 0);
      case CUT -> faults.add(FaultKind.SNAPPY_TRUNCATED, consumed);
      default -> {
        consumed = block.end() - in.from();
        faults.add(FaultKind.SNAPPY_DATA, consumed);
      }
    }
    return new SnappyBlockLayer(in, block.decode((int) block.produced()), consumed);
  }

  /** What the reference implementation reserves for a block; no encoder needs more. */
  private static long maxPacked(long decoded) {
    return 32 + decoded + decoded / 6;
  }

  private static boolean text(SnappyBlock block) {
    int bytes = (int) block.produced();
    return bytes >= TEXT_BYTES && TextBytes.clean(block.decode(bytes), 0, bytes);
  }

  @Override
  public String name() {
    return "snappy";
  }

  @Override
  public Part next() throws IOException {
    if (step++ == 0) {
      in.take(consumed);
      return Part.unpacked(0, new ByteArrayInputStream(decoded));
    }
    return in.ensure(1) ? Part.raw(in.position(), RawStream.of(in, Long.MAX_VALUE)) : null;
  }

  @Override
  public void close() {}
}
