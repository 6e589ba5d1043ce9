package dev.telltale.unpacking.compression;

import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.Part;
import dev.telltale.unpacking.layer.RawStream;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.CRC32;

/**
 * Gzip (RFC 1952): all members back to back as one part. What decoded before damage is given out;
 * the bytes from there up to the next plausible header come raw, and the members after them are a
 * new part.
 *
 * <p>Names and comments of headers come after the part. Where there are very many, the part ends
 * early, between two members, so that they do not fill the memory.
 *
 * <p>A truncation is reported where the bytes end, corrupt data where inflating stopped, a wrong
 * checksum at its trailer, trailing bytes and headers where they start.
 */
public final class GzipMembers extends MemberContainer {
  private static final int TRAILER = 8;
  private static final int TEXT_COST = 200;

  private final GzipHeader header;
  private final Deflated data;
  private final CRC32 crc = new CRC32();
  private final Deque<Part> texts = new ArrayDeque<>();
  private int textBytes;
  private boolean inMember;

  public GzipMembers(Source in, LayerFaults faults) {
    super(in, faults);
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
    return super.next();
  }

  @Override
  int decode(byte[] into, int offset, int length) throws IOException {
    if (!inMember) {
      return 0;
    }
    int count = data.read(into, offset, length);
    crc.update(into, offset, count);
    return count;
  }

  @Override
  void step() throws IOException {
    if (inMember) {
      finish();
    } else if (!in.ensure(1) || textBytes > Limits.MAX_GZIP_NAMES_BYTES) {
      end();
    } else {
      open();
    }
  }

  private void open() throws IOException {
    GzipHeader.State state = header.read();
    switch (state) {
      case WHOLE -> start();
      case CHECKSUM -> {
        fault(FaultKind.GZIP_HEADER, in.position());
        start();
      }
      case CUT -> truncated(FaultKind.GZIP_TRUNCATED);
      default -> {
        if (state == GzipHeader.State.NONE && !first()) {
          leave(FaultKind.GZIP_TRAILING_BYTES);
        } else {
          breakOff(FaultKind.GZIP_HEADER);
        }
      }
    }
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
      truncated(FaultKind.GZIP_TRUNCATED);
      return;
    }
    if (in.int32(0) != crc.getValue() || in.int32(4) != (data.bytesOut() & 0xffff_ffffL)) {
      fault(FaultKind.GZIP_CHECKSUM, in.position());
    }
    in.take(TRAILER);
  }

  @Override
  RawStream abandon() {
    return upTo(GzipHeader.FIXED, GzipHeader::plausible);
  }

  @Override
  public void close() {
    data.close();
  }
}
