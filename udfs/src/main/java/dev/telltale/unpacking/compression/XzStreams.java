package dev.telltale.unpacking.compression;

import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.PartStream;
import dev.telltale.unpacking.layer.RawStream;
import dev.telltale.unpacking.layer.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.tukaani.xz.ArrayCache;
import org.tukaani.xz.BasicArrayCache;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.SingleXZInputStream;
import org.tukaani.xz.UnsupportedOptionsException;

/**
 * Xz (<a href="https://tukaani.org/xz/xz-file-format.txt">The .xz File Format</a>): all streams
 * back to back as one part. XZ for Java decodes each stream; what it gave before damage is kept,
 * and from the broken chunk up to the next stream bytes come raw.
 *
 * <p>A chunk, of 64 KiB at most, is read whole before its first byte comes out, so everything that
 * was read is done with when the decoder asks for input after giving some out.
 */
public final class XzStreams extends MemberContainer {
  private enum State {
    BETWEEN_STREAMS,
    IN_STREAM,
    ENDED,
    BROKEN
  }

  private static final int[] MAGIC = {0xfd, '7', 'z', 'X', 'Z', 0};
  static final int HEADER = 12;
  private static final int MEMORY_KIB = (int) (Limits.MAX_XZ_MEMORY_BYTES >> 10);

  private final ArrayCache arrays = new BasicArrayCache();
  private State state = State.BETWEEN_STREAMS;
  private Lookahead input;
  private InputStream stream;
  private Exception failure;

  public XzStreams(Source in, LayerFaults faults) {
    super(in, faults);
  }

  public static boolean startsHere(Source in) throws IOException {
    return in.ensure(HEADER) && header(in, 0);
  }

  static boolean header(Source in, int index) {
    for (int i = 0; i < MAGIC.length; i++) {
      if (in.at(index + i) != MAGIC[i]) {
        return false;
      }
    }
    CRC32 crc = new CRC32();
    crc.update(in.array(), in.from() + index + 6, 2);
    return in.at(index + 6) == 0 && in.at(index + 7) < 16 && crc.getValue() == in.int32(index + 8);
  }

  @Override
  public String name() {
    return "xz";
  }

  /** Byte by byte: of a call that fails the library drops what it decoded before the damage. */
  @Override
  int decode(byte[] into, int offset, int length) throws IOException {
    int count = 0;
    try {
      while (count < length && state == State.IN_STREAM) {
        if (stream.read(into, offset + count, 1) < 0) {
          state = State.ENDED;
        } else {
          input.given = true;
          count++;
        }
      }
    } catch (IOException | RuntimeException corrupt) {
      broken(corrupt);
    }
    return count;
  }

  private void broken(Exception corrupt) {
    failure = corrupt;
    state = State.BROKEN;
  }

  @Override
  void step() throws IOException {
    if (state == State.ENDED) {
      in.take(input.ahead);
      state = State.BETWEEN_STREAMS;
    } else if (state == State.BROKEN) {
      damage();
    } else if (!in.ensure(1)) {
      end();
    } else if (!first() && in.ensure(4) && in.int32(0) == 0) {
      in.take(4);
    } else if (startsHere(in)) {
      open();
    } else if (in.held() < HEADER && in.at(0) == MAGIC[0]) {
      truncated(FaultKind.XZ_TRUNCATED);
    } else if (first()) {
      breakOff(FaultKind.XZ_DATA);
    } else {
      leave(FaultKind.XZ_TRAILING_BYTES);
    }
  }

  private void open() throws IOException {
    byte[] header = Arrays.copyOfRange(in.array(), in.from(), in.from() + HEADER);
    in.take(HEADER);
    input = new Lookahead();
    state = State.IN_STREAM;
    try {
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(header), input);
      stream = new SingleXZInputStream(whole, MEMORY_KIB, true, arrays);
    } catch (IOException | RuntimeException corrupt) {
      broken(corrupt);
    }
  }

  /** After the last chunk of a block, a zero, comes what is to agree with it: check and index. */
  private void damage() throws IOException {
    if (input.failure != null) {
      throw input.failure;
    }
    boolean method =
        failure instanceof MemoryLimitException || failure instanceof UnsupportedOptionsException;
    if (input.cut) {
      truncated(FaultKind.XZ_TRUNCATED);
    } else if (method) {
      breakOff(FaultKind.XZ_METHOD);
    } else {
      boolean ended = in.held() > 0 && in.at(0) == 0;
      breakOff(ended ? FaultKind.XZ_CHECKSUM : FaultKind.XZ_DATA);
    }
  }

  @Override
  RawStream abandon() {
    state = State.BETWEEN_STREAMS;
    return upTo(HEADER, XzStreams::header);
  }

  /** What the decoder reads of the source, consumed chunk by chunk. */
  private final class Lookahead extends PartStream {
    private int ahead;
    private boolean given;
    private boolean cut;
    private IOException failure;

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (given) {
        in.take(ahead);
        ahead = 0;
        given = false;
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
      int count = Math.min(length, in.held() - ahead);
      System.arraycopy(in.array(), in.from() + ahead, into, offset, count);
      ahead += count;
      return count;
    }
  }
}
