package dev.telltale.unpacking.compression;

import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.RawStream;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;

/**
 * What SnappyOutputStream of snappy-java writes, Kafka among others: a header, then snappy blocks,
 * each after its length of four bytes, big-endian (<a
 * href="https://github.com/xerial/snappy-java/blob/main/src/main/java/org/xerial/snappy/SnappyCodec.java">source</a>).
 * Such streams may stand back to back.
 */
public final class XerialSnappy extends MemberContainer {
  private static final byte[] MAGIC = {(byte) 0x82, 'S', 'N', 'A', 'P', 'P', 'Y', 0};
  private static final int HEADER = 16;
  private static final int MAX_VERSION = 100;

  private final int max;

  public XerialSnappy(Source in, Limits limits, LayerFaults faults) {
    super(in, faults);
    max = limits.frameBytes();
  }

  public static boolean startsHere(Source in) throws IOException {
    return in.ensure(HEADER) && header(in, 0);
  }

  private static boolean header(Source in, int index) {
    for (int i = 0; i < MAGIC.length; i++) {
      if (in.at(index + i) != (MAGIC[i] & 0xff)) {
        return false;
      }
    }
    long version = in.wide32(index + 8);
    long compatible = in.wide32(index + 12);
    return version > 0 && version <= MAX_VERSION && compatible > 0 && compatible <= version;
  }

  @Override
  public String name() {
    return "snappy-xerial";
  }

  @Override
  void step() throws IOException {
    if (!in.ensure(1)) {
      end();
      return;
    }
    if (startsHere(in)) {
      in.take(HEADER);
      return;
    }
    if (!in.ensure(4)) {
      breakOff(FaultKind.SNAPPY_TRUNCATED, in.position() + in.held(), RawStream.of(in, in.held()));
      return;
    }
    long packed = in.wide32(0);
    if (packed == 0) {
      in.take(4);
      return;
    }
    if (packed > BlockCodec.packed(max)) {
      breakOff(FaultKind.SNAPPY_DATA);
      return;
    }
    boolean whole = in.ensure((int) packed + 4);
    int held = (int) Math.min(packed, in.held() - 4);
    BlockCodec.Decoded block = BlockCodec.SNAPPY.decode(in, 4, held, max);
    give(block.reveal(), 0, block.reveal().length);
    if (!whole) {
      breakOff(FaultKind.SNAPPY_TRUNCATED, in.position() + in.held(), RawStream.of(in, in.held()));
    } else if (!block.whole()) {
      breakOff(FaultKind.SNAPPY_DATA, in.position(), RawStream.of(in, packed + 4));
    } else {
      in.take((int) packed + 4);
    }
  }

  @Override
  RawStream abandon() {
    return RawStream.upTo(in, HEADER, XerialSnappy::header);
  }
}
