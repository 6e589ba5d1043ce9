package dev.telltale.unpacking.compression;

import dev.telltale.fault.FaultKind;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.PartStream;
import dev.telltale.unpacking.layer.RawStream;
import dev.telltale.unpacking.layer.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * Bzip2 (<a href="https://github.com/dsnet/compress/blob/master/doc/bzip2-format.pdf">BZIP2: Format
 * Specification</a>): all streams back to back as one. Commons Compress decodes each stream; what
 * it gave before a broken block is kept, and from that block up to the next stream bytes come raw.
 *
 * <p>A block is read whole before its first byte comes out, so the place where the decoder asks for
 * input right after giving some out is the place where a block ends.
 */
public final class Bzip2Streams extends MemberContainer {
  private enum State {
    BETWEEN_STREAMS,
    IN_STREAM,
    ENDED,
    BROKEN
  }

  private static final long BLOCK = 0x3141_5926_5359L;
  private static final long FOOTER = 0x1772_4538_5090L;
  private static final int HEADER_BYTES = 4;
  static final int START_BYTES = 10;
  private static final int FOOTER_BYTES = 10;
  private static final int MAGIC_BYTES = 6;

  private State state = State.BETWEEN_STREAMS;
  private Lookahead input;
  private BZip2CompressorInputStream stream;

  public Bzip2Streams(Source in, LayerFaults faults) {
    super(in, faults);
  }

  public static boolean startsHere(Source in) throws IOException {
    return in.ensure(START_BYTES) && header(in, 0);
  }

  static boolean header(Source in, int index) {
    return in.at(index) == 'B'
        && in.at(index + 1) == 'Z'
        && in.at(index + 2) == 'h'
        && in.at(index + 3) >= '1'
        && in.at(index + 3) <= '9'
        && isMagic(magic(in, index + HEADER_BYTES, 0));
  }

  /** The 48 bits that start at a bit of a byte that is held. */
  private static long magic(Source in, int index, int bit) {
    long value = 0;
    for (int i = 0; i < MAGIC_BYTES; i++) {
      value = value << 8 | in.at(index + i);
    }
    if (bit > 0) {
      value = (value << bit | in.at(index + MAGIC_BYTES) >> (8 - bit)) & 0xffff_ffff_ffffL;
    }
    return value;
  }

  private static boolean isMagic(long bits) {
    return bits == BLOCK || bits == FOOTER;
  }

  @Override
  public String name() {
    return "bzip2";
  }

  @Override
  int decode(byte[] into, int offset, int length) throws IOException {
    if (state != State.IN_STREAM) {
      return 0;
    }
    long before = stream.getBytesRead();
    try {
      int count = stream.read(into, offset, length);
      if (count > 0) {
        return count;
      }
      state = State.ENDED;
    } catch (IOException | RuntimeException corrupt) {
      input.rethrow();
      state = State.BROKEN;
    }
    return (int) (stream.getBytesRead() - before);
  }

  @Override
  void step() throws IOException {
    if (state == State.ENDED) {
      in.take(input.ahead);
      state = State.BETWEEN_STREAMS;
    } else if (state == State.BROKEN) {
      state = State.BETWEEN_STREAMS;
      damage();
    } else if (!in.ensure(1)) {
      end();
    } else if (!in.ensure(START_BYTES) && in.at(0) == 'B') {
      truncated(FaultKind.BZIP2_TRUNCATED);
    } else if (in.held() < START_BYTES || !header(in, 0)) {
      boolean data = first() && in.held() >= START_BYTES;
      if (data) {
        breakOff(FaultKind.BZIP2_DATA);
      } else {
        leave(FaultKind.BZIP2_TRAILING_BYTES);
      }
    } else {
      open();
    }
  }

  /** The decoder reads the header and the first block at once. */
  private void open() throws IOException {
    byte[] header = Arrays.copyOfRange(in.array(), in.from(), in.from() + HEADER_BYTES);
    in.take(HEADER_BYTES);
    stream = null;
    input = new Lookahead();
    try {
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(header), input);
      stream = new BZip2CompressorInputStream(whole, false);
      state = State.IN_STREAM;
    } catch (IOException | RuntimeException corrupt) {
      input.rethrow();
      state = State.BROKEN;
    }
  }

  /** Of checksums that disagree, that of a block is met before anything after the block is read. */
  private void damage() {
    if (input.atBlockEnd()) {
      input.endBlock();
      long block = input.block;
      in.take(input.toNext());
      breakOff(FaultKind.BZIP2_CHECKSUM, block, abandon());
      return;
    }
    in.take(input.toNext());
    if (input.cut) {
      truncated(FaultKind.BZIP2_TRUNCATED);
    } else if (bitOf(FOOTER) < 0) {
      breakOff(FaultKind.BZIP2_DATA);
    } else {
      fault(FaultKind.BZIP2_CHECKSUM, in.position());
      in.take(Math.min(in.held(), FOOTER_BYTES + (bitOf(FOOTER) > 0 ? 1 : 0)));
    }
  }

  /** The bit of the next byte at which a magic starts, or -1. */
  private int bitOf(long magic) {
    for (int bit = 0; bit < 8; bit++) {
      if (in.held() > MAGIC_BYTES && magic(in, 0, bit) == magic) {
        return bit;
      }
    }
    return -1;
  }

  @Override
  RawStream abandon() {
    return upTo(START_BYTES, Bzip2Streams::header);
  }

  /** What the decoder reads of the source, consumed block by block. */
  private final class Lookahead extends PartStream {
    private int ahead;
    private long given;
    private long block = in.position();
    private boolean cut;
    private IOException failure;

    /** The decoder asks for one byte at a time. */
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (atBlockEnd()) {
        endBlock();
      }
      try {
        cut = !in.ensure(ahead + 1);
      } catch (IOException unreadable) {
        failure = unreadable;
        throw unreadable;
      }
      if (cut) {
        return -1;
      }
      into[offset] = (byte) in.at(ahead++);
      return 1;
    }

    /** Whether bytes of a block were given out, and nothing was read since. */
    boolean atBlockEnd() {
      return stream != null && stream.getBytesRead() > given;
    }

    /** Consumes a block but for its last byte, in which the next one may start. */
    void endBlock() {
      given = stream.getBytesRead();
      block = in.position() + toNext();
      in.take(ahead - 1);
      ahead = 1;
    }

    /**
     * Bytes before the one in which the next block or the footer starts: 1 if it starts aligned.
     */
    int toNext() {
      int count = Math.min(MAGIC_BYTES, in.held() - 1);
      boolean shared = ahead > 0 && in.position() > block;
      return shared && count > 0 && (starts(BLOCK, count) || starts(FOOTER, count)) ? 1 : 0;
    }

    private boolean starts(long magic, int count) {
      boolean same = true;
      for (int i = 0; i < count; i++) {
        same &= in.at(i + 1) == (magic >> 8 * (MAGIC_BYTES - 1 - i) & 0xff);
      }
      return same;
    }

    /** Reports a failure of the source, which the decoder would make one of the data. */
    void rethrow() throws IOException {
      if (failure != null) {
        throw failure;
      }
    }
  }
}
