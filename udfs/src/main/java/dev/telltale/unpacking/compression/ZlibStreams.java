package dev.telltale.unpacking.compression;

import dev.telltale.fault.FaultKind;
import dev.telltale.unpacking.charset.TextBytes;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.RawStream;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Zlib (<a href="https://www.rfc-editor.org/rfc/rfc1950">RFC 1950</a>): all streams back to back as
 * one. Two bytes are no proof, and text may start with them ({@code x^}): what is held of the layer
 * must inflate, to its end with the right checksum, or as far as it goes; what does not is taken
 * only if it inflates to text of some length first.
 */
public final class ZlibStreams extends MemberContainer {
  static final int HEADER = 2;
  static final int MIN_BYTES = 8;
  static final int TRAILER = 4;
  private static final int PROOF = 64;
  private static final int TRIAL = 48;
  private static final int OUT = 16 << 10;

  private final Deflated data;
  private final Adler32 sum = new Adler32();
  private final Inflater trial = new Inflater(true);
  private final byte[] trialOut = new byte[PROOF];
  private boolean inStream;

  public ZlibStreams(Source in, LayerFaults faults) {
    super(in, faults);
    data = new Deflated(in);
  }

  public static boolean startsHere(Source in) throws IOException {
    if (!in.ensure(HEADER + 2) || !header(in, 0)) {
      return false;
    }
    boolean more = in.ensure(Source.BUFFER);
    int held = Math.min(in.held(), Source.BUFFER);
    Inflater inflater = new Inflater(true);
    try {
      return proves(in, held, more, inflater);
    } finally {
      inflater.end();
    }
  }

  static boolean header(Source in, int index) {
    int method = in.at(index);
    int flags = in.at(index + 1);
    return (method & 0xf) == 8
        && method >> 4 <= 7
        && (method << 8 | flags) % 31 == 0
        && (flags & 0x20) == 0;
  }

  private static boolean proves(Source in, int held, boolean more, Inflater inflater) {
    byte[] out = new byte[OUT];
    byte[] head = new byte[PROOF];
    Adler32 adler = new Adler32();
    inflater.setInput(in.array(), in.from() + HEADER, held - HEADER);
    int kept = 0;
    try {
      while (!inflater.finished() && !inflater.needsInput()) {
        int count = inflater.inflate(out);
        int step = Math.min(count, PROOF - kept);
        System.arraycopy(out, 0, head, kept, step);
        kept += step;
        adler.update(out, 0, count);
        if (count == 0 && inflater.needsDictionary()) {
          return false;
        }
      }
    } catch (DataFormatException corrupt) {
      return text(head, kept);
    }
    int trailer = held - inflater.getRemaining();
    if (!inflater.finished()) {
      return more || text(head, kept);
    }
    return held - trailer < TRAILER
        ? more || text(head, kept)
        : in.wide32(trailer) == adler.getValue() || text(head, kept);
  }

  private static boolean text(byte[] head, int kept) {
    return kept == PROOF && TextBytes.clean(head, 0, kept);
  }

  /** Whether a stream may start at an index: its header is usual, and its first bytes inflate. */
  private boolean plausible(Source from, int index) {
    if (from.at(index) != 0x78 || !header(from, index)) {
      return false;
    }
    trial.reset();
    int bytes = Math.min(TRIAL, from.held() - index - HEADER);
    trial.setInput(from.array(), from.from() + index + HEADER, bytes);
    try {
      return trial.inflate(trialOut) > 0;
    } catch (DataFormatException corrupt) {
      return false;
    }
  }

  @Override
  public String name() {
    return "zlib";
  }

  @Override
  int decode(byte[] into, int offset, int length) throws IOException {
    if (!inStream) {
      return 0;
    }
    int count = data.read(into, offset, length);
    sum.update(into, offset, count);
    return count;
  }

  @Override
  void step() throws IOException {
    if (inStream) {
      finish();
    } else if (!in.ensure(1)) {
      end();
    } else if (!in.ensure(HEADER) && in.at(0) == 0x78) {
      truncated();
    } else if (in.held() < HEADER || !header(in, 0)) {
      if (first()) {
        breakOff(FaultKind.ZLIB_DATA);
      } else {
        leave(FaultKind.ZLIB_TRAILING_BYTES);
      }
    } else {
      in.take(HEADER);
      sum.reset();
      data.open(Long.MAX_VALUE);
      inStream = true;
    }
  }

  private void finish() throws IOException {
    inStream = false;
    if (data.state() == Deflated.State.CORRUPT) {
      breakOff(FaultKind.ZLIB_DATA);
    } else if (data.state() == Deflated.State.CUT || !in.ensure(TRAILER)) {
      truncated();
    } else {
      if (in.wide32(0) != sum.getValue()) {
        fault(FaultKind.ZLIB_CHECKSUM, in.position());
      }
      in.take(TRAILER);
    }
  }

  private void truncated() {
    in.take(in.held());
    truncated(FaultKind.ZLIB_TRUNCATED);
  }

  @Override
  RawStream abandon() {
    return upTo(HEADER + TRIAL, this::plausible);
  }

  @Override
  public void close() {
    data.close();
    trial.end();
  }
}
