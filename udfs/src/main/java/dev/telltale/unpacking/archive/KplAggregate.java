package dev.telltale.unpacking.archive;

import dev.telltale.fault.FaultKind;
import dev.telltale.unpacking.layer.Container;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.Part;
import dev.telltale.unpacking.layer.RawStream;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate of the Kinesis Producer Library: a magic number, a message {@code AggregatedRecord}
 * and its MD5 sum (<a
 * href="https://github.com/awslabs/amazon-kinesis-producer/blob/master/aggregation-format.md">Aggregated
 * Record Format</a>). Each user record is a part; keys and tags are texts of headers.
 */
public final class KplAggregate implements Container {
  private static final int DATA = 0x1a;
  private static final int TAG = 0x22;

  private final Source in;
  private final LayerFaults faults;
  private final boolean sound;
  private final long end;
  private long recordEnd = -1;
  private boolean ended;

  private KplAggregate(Source in, LayerFaults faults, boolean sound, long end) {
    this.in = in;
    this.faults = faults;
    this.sound = sound;
    this.end = end;
    in.take(KplWalk.MAGIC.length);
  }

  /** The aggregate that starts at the next byte, or null. */
  public static @Nullable KplAggregate recognise(Source in, KplWalk walk, LayerFaults faults)
      throws IOException {
    int end = walk.end(in, 0);
    return end < 0 ? null : new KplAggregate(in, faults, walk.isSound(), in.position() + end);
  }

  @Override
  public String name() {
    return "kpl";
  }

  @Override
  public @Nullable Part next() throws IOException {
    while (in.position() < end) {
      boolean inRecord = in.position() < recordEnd;
      long start = in.position();
      int tag = take();
      if (inRecord && (tag & 7) == 0) {
        varint();
        continue;
      }
      long length = Math.min(varint(), (inRecord ? recordEnd : end) - in.position());
      if (!inRecord && tag == KplWalk.RECORD) {
        recordEnd = in.position() + length;
      } else if (inRecord && tag == DATA) {
        return Part.unpacked(start, RawStream.of(in, length));
      } else if (length > 0) {
        boolean text = !inRecord || tag == TAG;
        Part.Kind kind = text ? Part.Kind.HEADER : Part.Kind.RAW;
        return new Part(kind, in.position(), RawStream.of(in, length));
      }
    }
    if (!ended) {
      ended = true;
      if (!sound) {
        faults.add(FaultKind.KPL_CHECKSUM, in.position());
      }
      in.pass(KplWalk.DIGEST);
    }
    return null;
  }

  private int take() throws IOException {
    if (!in.ensure(1)) {
      return 0;
    }
    int b = in.at(0);
    in.take(1);
    return b;
  }

  private long varint() throws IOException {
    long value = 0;
    int shift = 0;
    int b;
    do {
      b = take();
      value |= (long) (b & 0x7f) << shift;
      shift += 7;
    } while (b >= 0x80 && shift < Long.SIZE && in.position() < end);
    return Math.max(0, value);
  }

  @Override
  public void close() {}
}
