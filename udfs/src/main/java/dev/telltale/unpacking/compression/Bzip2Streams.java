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
 * Bzip2: all streams back to back as one. Blocks are sound or not on their own: a broken one comes
 * raw, and the blocks behind it, which start at any bit, are a new stream.
 */
public final class Bzip2Streams implements Container {
  private static final long BLOCK = 0x3141_5926_5359L;
  private static final long FOOTER = 0x1772_4538_5090L;
  private static final int HEADER_BYTES = 4;
  private static final int START_BYTES = 10;
  private static final int MAGIC_BYTES = 6;

  private final Source in;
  private final LayerFaults faults;
  private final BitSource bits;
  private final Bzip2Block block;
  private int level = 9;
  private int bit;
  private boolean inStream;
  private boolean broken;

  public Bzip2Streams(Source in, LayerFaults faults) {
    this.in = in;
    this.faults = faults;
    bits = new BitSource(in);
    block = new Bzip2Block(bits);
  }

  public static boolean startsHere(Source in) throws IOException {
    return in.ensure(START_BYTES) && header(in, 0);
  }

  private static boolean header(Source in, int index) {
    return in.at(index) == 'B'
        && in.at(index + 1) == 'Z'
        && in.at(index + 2) == 'h'
        && in.at(index + 3) >= '1'
        && in.at(index + 3) <= '9'
        && magic(in, index + HEADER_BYTES, 0);
  }

  private static boolean magic(Source in, int index, int bit) {
    long value = 0;
    for (int i = 0; i < MAGIC_BYTES; i++) {
      value = value << 8 | in.at(index + i);
    }
    if (bit > 0) {
      value = (value << bit | in.at(index + MAGIC_BYTES) >> (8 - bit)) & 0xffff_ffff_ffffL;
    }
    return value == BLOCK || value == FOOTER;
  }

  @Override
  public String name() {
    return "bzip2";
  }

  @Override
  public Part next() throws IOException {
    if (!in.ensure(1)) {
      return null;
    }
    if (broken) {
      broken = false;
      inStream = false;
      return Part.raw(in.position(), RawStream.upTo(in, START_BYTES, this::starts));
    }
    return Part.unpacked(in.position(), new Decoded());
  }

  /** Whether a stream or a block starts here; a block may start at any bit of the byte. */
  private boolean starts(Source from, int index) {
    if (header(from, index)) {
      inStream = false;
      return true;
    }
    for (int shift = 0; shift < 8; shift++) {
      if (magic(from, index, shift)) {
        bit = shift;
        inStream = true;
        return true;
      }
    }
    return false;
  }

  private final class Decoded extends PartStream {
    private final boolean resumed = inStream;
    private boolean inBlock;
    private boolean ended;
    private boolean first = true;
    private boolean checked = !resumed;
    private long blockAt;
    private int combined;

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      while (!ended) {
        if (inBlock) {
          int count = block.read(into, from, length);
          if (count > 0) {
            return count;
          }
          inBlock = false;
          if (!block.sound()) {
            faults.add(FaultKind.BZIP2_CHECKSUM, blockAt);
          }
        } else if (inStream) {
          open();
        } else {
          header();
        }
      }
      return -1;
    }

    private void header() throws IOException {
      if (!in.ensure(1)) {
        ended = true;
        return;
      }
      if (!in.ensure(START_BYTES)) {
        boolean cut = in.at(0) == 'B';
        if (cut) {
          truncated();
        } else {
          breakOff(FaultKind.BZIP2_TRAILING_BYTES);
        }
        return;
      }
      if (!Bzip2Streams.header(in, 0)) {
        breakOff(first ? FaultKind.BZIP2_DATA : FaultKind.BZIP2_TRAILING_BYTES);
        return;
      }
      level = in.at(3) - '0';
      in.take(HEADER_BYTES);
      bit = 0;
      combined = 0;
      checked = true;
      inStream = true;
      first = false;
    }

    private void open() throws IOException {
      bits.start(bit);
      long magic = (long) bits.bits(24) << 24 | bits.bits(24);
      blockAt = in.position();
      if (magic == FOOTER) {
        footer();
      } else if (magic != BLOCK) {
        if (bits.over()) {
          truncated();
        } else {
          breakOff(FaultKind.BZIP2_DATA);
        }
      } else if (!block.decode(level)) {
        if (bits.over()) {
          truncated();
        } else {
          breakOff(FaultKind.BZIP2_DATA);
        }
      } else {
        combined = (combined << 1 | combined >>> 31) ^ block.declaredCrc();
        bit = bits.consume();
        inBlock = true;
        first = false;
      }
    }

    private void footer() throws IOException {
      int declared = bits.bits(32);
      if (bits.over()) {
        truncated();
        return;
      }
      bit = bits.consume();
      if (bit > 0) {
        in.take(1);
      }
      if (checked && declared != combined) {
        faults.add(FaultKind.BZIP2_CHECKSUM, blockAt);
      }
      inStream = false;
      first = false;
    }

    private void truncated() {
      faults.add(FaultKind.BZIP2_TRUNCATED, in.position() + in.held());
      ended = true;
      broken = true;
    }

    private void breakOff(FaultKind kind) {
      faults.add(kind, in.position());
      ended = true;
      broken = true;
    }
  }

  @Override
  public void close() {}
}
