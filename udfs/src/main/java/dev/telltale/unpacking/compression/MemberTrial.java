package dev.telltale.unpacking.compression;

import dev.telltale.unpacking.charset.TextBytes;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the first bytes of what may be a compressed member, to verify that it is one. What all
 * trials in one stream cost is bounded by how far the stream was read, however many false headers
 * lie there.
 */
final class MemberTrial {
  private static final int INPUT = 4 << 10;
  private static final int OUTPUT = 16 << 10;

  /** What a trial costs in any case, in bytes that could be inflated instead. */
  private static final int TRIAL = 64;

  /** Text in a stream that does not end in the trial, or ends wrongly. */
  private static final int PROOF = 64;

  private static final long ALLOWANCE = 64L << 20;
  private static final int ALLOWANCE_A_BYTE = 64;

  private final byte[] out = new byte[OUTPUT];
  private long spent;

  /** Whether the trials up to here have cost more than they may; none is made then. */
  boolean isSpent(Source in) {
    return spent > ALLOWANCE + ALLOWANCE_A_BYTE * in.position();
  }

  boolean gzip(Source in, int index) throws IOException {
    in.ensure(index + INPUT);
    int data = GzipHeader.end(in, index);
    spent += (data < 0 ? in.held() : data) - index;
    return data > 0 && inflates(in, data, PROOF) != null;
  }

  boolean deflated(Source in, int index) throws IOException {
    in.ensure(index + INPUT);
    return inflates(in, index, PROOF) != null;
  }

  /** Two bytes are no proof: all of it must inflate with the right sum, or text must come out. */
  boolean zlib(Source in, int index) throws IOException {
    in.ensure(index + INPUT);
    Trial trial = inflates(in, index + ZlibStreams.HEADER, OUTPUT);
    if (trial == null) {
      return false;
    }
    int trailer = trial.end;
    Adler32 sum = new Adler32();
    sum.update(out, 0, trial.count);
    boolean whole =
        trial.finished
            && in.held() >= trailer + ZlibStreams.TRAILER
            && in.wide32(trailer) == sum.getValue();
    boolean text = trial.count >= PROOF && TextBytes.clean(out, 0, trial.count);
    boolean goesOn = !trial.finished && (trial.count == OUTPUT || trailer - index >= INPUT - PROOF);
    return whole || text || goesOn;
  }

  private record Trial(boolean finished, int count, int end) {}

  /**
   * Inflates what is held.
   *
   * @param max bytes that come out at most
   * @return null where the data is corrupt before that
   */
  private @Nullable Trial inflates(Source in, int index, int max) {
    Inflater inflater = new Inflater(true);
    try {
      int input = Math.min(in.held() - index, INPUT);
      inflater.setInput(in.array(), in.from() + index, input);
      int count = 0;
      while (count < max && !inflater.finished() && !inflater.needsInput()) {
        count += inflater.inflate(out, count, max - count);
      }
      return new Trial(inflater.finished(), count, index + input - inflater.getRemaining());
    } catch (DataFormatException corrupt) {
      return null;
    } finally {
      spent += TRIAL + inflater.getBytesRead() + inflater.getBytesWritten();
      inflater.end();
    }
  }

  /** The header and the first block, as far as there is one: a cut member is one, too. */
  boolean zstd(Source in, int index) throws IOException {
    try (ZstdBlockDecoder decoder = new ZstdBlockDecoder()) {
      int header = ZstdFrames.headerBytes(in, index);
      if (!in.ensure(index + header + ZstdFrames.BLOCK_HEADER)) {
        return false;
      }
      int block = ZstdFrames.blockBytes(in, index + header);
      spent += INPUT;
      decoder.reset();
      boolean opens = block > 0 && decoder.feed(in.array(), in.from() + index, header);
      if (!opens || !in.ensure(index + header + block)) {
        return opens;
      }
      boolean decodes = decoder.feed(in.array(), in.from() + index + header, block);
      spent += block + decoder.count();
      return decodes;
    }
  }

  @Override
  public String toString() {
    return "trials of " + spent + " bytes";
  }
}
