package dev.telltale.unpacking.compression;

import dev.telltale.fault.FaultKind;
import dev.telltale.unpacking.layer.Container;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.Part;
import dev.telltale.unpacking.layer.PartStream;
import dev.telltale.unpacking.layer.RawStream;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.CRC32;

/**
 * Gzip (RFC 1952): all members back to back as one stream. What decoded before a damage is
 * delivered; the bytes from the damage up to the next plausible header are handed out raw, and the
 * members from there on are a new stream.
 *
 * <p>Names and comments of headers come behind the stream, as they lie. Where they are very many
 * the stream ends early, between two members, so that they do not fill the memory.
 *
 * <p>A truncation is reported where the bytes end, corrupt data where inflating stopped, a checksum
 * at its trailer, trailing bytes and headers where they start.
 */
public final class GzipMembers implements Container {
  private static final int TRAILER = 8;
  private static final int TEXT_BYTES = 2 << 20;
  private static final int TEXT_COST = 200;

  private final Source in;
  private final LayerFaults faults;
  private final GzipHeader header;
  private final Deflated data;
  private final CRC32 crc = new CRC32();
  private final Deque<Part> texts = new ArrayDeque<>();
  private int textBytes;
  private boolean broken;

  public GzipMembers(Source in, LayerFaults faults) {
    this.in = in;
    this.faults = faults;
    header = new GzipHeader(in);
    data = new Deflated(in);
  }

  @Override
  public String name() {
    return "gzip";
  }

  @Override
  public Part next() throws IOException {
    if (!texts.isEmpty()) {
      return texts.remove();
    }
    textBytes = 0;
    if (!in.ensure(1)) {
      return null;
    }
    if (broken) {
      broken = false;
      return Part.raw(in.position(), RawStream.upTo(in, GzipHeader.FIXED, GzipHeader::plausible));
    }
    return Part.unpacked(in.position(), new Members());
  }

  private final class Members extends PartStream {
    private boolean inMember;
    private boolean ended;
    private boolean first = true;

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      while (!ended) {
        if (!inMember) {
          open();
          continue;
        }
        int count = data.read(into, from, length);
        if (count > 0) {
          crc.update(into, from, count);
          return count;
        }
        finish();
      }
      return -1;
    }

    private void open() throws IOException {
      if (!in.ensure(1) || textBytes > TEXT_BYTES) {
        ended = true;
        return;
      }
      GzipHeader.State state = header.read();
      switch (state) {
        case WHOLE -> start();
        case CHECKSUM -> {
          faults.add(FaultKind.GZIP_HEADER, in.position());
          start();
        }
        case CUT -> {
          faults.add(FaultKind.GZIP_TRUNCATED, in.position() + in.held());
          ended = true;
          broken = true;
        }
        default -> {
          boolean trailing = state == GzipHeader.State.NONE && !first;
          breakOff(trailing ? FaultKind.GZIP_TRAILING_BYTES : FaultKind.GZIP_HEADER);
        }
      }
      first = false;
    }

    private void start() {
      int before = texts.size();
      header.texts(texts);
      if (texts.size() > before) {
        textBytes += header.length() + TEXT_COST;
      }
      in.take(header.length());
      crc.reset();
      data.open(Long.MAX_VALUE);
      inMember = true;
    }

    private void finish() throws IOException {
      inMember = false;
      if (data.state() == Deflated.State.CORRUPT) {
        breakOff(FaultKind.GZIP_DATA);
        return;
      }
      if (data.state() == Deflated.State.CUT || !in.ensure(TRAILER)) {
        in.take(in.held());
        faults.add(FaultKind.GZIP_TRUNCATED, in.position());
        ended = true;
        return;
      }
      if (in.int32(0) != crc.getValue() || in.int32(4) != (data.bytesOut() & 0xffff_ffffL)) {
        faults.add(FaultKind.GZIP_CHECKSUM, in.position());
      }
      in.take(TRAILER);
    }

    private void breakOff(FaultKind kind) {
      faults.add(kind, in.position());
      ended = true;
      broken = true;
    }
  }

  @Override
  public void close() {
    data.close();
  }
}
