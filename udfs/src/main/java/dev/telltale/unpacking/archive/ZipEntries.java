package dev.telltale.unpacking.archive;

import dev.telltale.bytes.PrintableRuns;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.unpacking.compression.Deflated;
import dev.telltale.unpacking.layer.Container;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.Part;
import dev.telltale.unpacking.layer.RawStream;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;

/**
 * The entries of a zip in the order of their local headers; the central directory is structure.
 * Data without a usable header is handed out raw up to the next signature.
 */
public final class ZipEntries implements Container {
  static final int ENTRY = 0x0403;
  static final int DIRECTORY = 0x0201;
  static final int END = 0x0605;

  private static final int END_64 = 0x0606;
  private static final int LOCATOR_64 = 0x0706;
  private static final int SIGNATURE = 0x0505;

  /** More bytes of extra fields than that are given out in any case. */
  private static final int STRUCTURE_EXTRA = 64;

  /** Fewer characters in a row than these are no text: identifiers of extra fields have two. */
  private static final int MIN_TEXT = 6;

  private final Source in;
  private final LayerFaults faults;
  private final Deflated data;
  private final boolean inside;
  private boolean complete;
  private boolean reported;
  private Part after;

  /** Of a stream that is a zip. */
  public ZipEntries(Source in, LayerFaults faults) {
    this(in, faults, false);
  }

  private ZipEntries(Source in, LayerFaults faults, boolean inside) {
    this.inside = inside;
    this.in = in;
    this.faults = faults;
    data = new Deflated(in);
  }

  /** Of a zip inside a stream, which goes on after its end. */
  static ZipEntries inside(Source in, LayerFaults faults) {
    return new ZipEntries(in, faults, true);
  }

  @Override
  public String name() {
    return "zip";
  }

  @Override
  public Part next() throws IOException {
    while (after == null) {
      boolean more = in.ensure(4);
      if (inside && complete && !(more && in.int16(0) == 0x4b50)) {
        return null;
      }
      if (!more) {
        return end();
      }
      int kind = in.int16(0) == 0x4b50 ? in.int16(2) : 0;
      if (kind == ENTRY) {
        return entry();
      }
      long size = structure(kind);
      if (size == 0 && inside && complete) {
        return null;
      }
      if (size == 0) {
        faults.add(FaultKind.ZIP_HEADER, in.position());
        return rest();
      }
      after = comment(kind, size);
      if (in.pass(size)) {
        complete |= kind == END;
      } else {
        cut();
      }
    }
    Part part = after;
    after = null;
    return part;
  }

  private Part end() {
    if (in.held() > 0) {
      faults.add(complete ? FaultKind.ZIP_HEADER : FaultKind.ZIP_TRUNCATED, in.position());
      complete = true;
      return Part.raw(in.position(), RawStream.of(in, in.held()));
    }
    if (!complete) {
      cut();
    }
    return null;
  }

  private void cut() {
    if (!reported) {
      faults.add(FaultKind.ZIP_TRUNCATED, in.position());
    }
    reported = true;
    complete = true;
  }

  /** Size of a structure that holds no entry's data; 0 if this is none. */
  private long structure(int kind) throws IOException {
    long size =
        switch (kind) {
          case DIRECTORY -> in.ensure(46) ? 46L + in.int16(28) + in.int16(30) + in.int16(32) : 46;
          case END -> in.ensure(22) ? 22 + in.int16(20) : 22;
          case END_64 -> in.ensure(12) ? 12 + in.int64(4) : 12;
          case LOCATOR_64 -> 20;
          case SIGNATURE -> in.ensure(6) ? 6 + in.int16(4) : 6;
          default -> 0;
        };
    return kind == DIRECTORY || (size > 0 && size <= Limits.MAX_STRUCTURE_BYTES + 22) ? size : 0;
  }

  private Part entry() throws IOException {
    complete = false;
    ZipHeader header = ZipHeader.read(in);
    if (header == null) {
      faults.add(FaultKind.ZIP_TRUNCATED, in.position() + in.held());
      complete = true;
      return rest();
    }
    long start = in.position();
    int text = header.bytes() - ZipHeader.FIXED;
    if (header.bytes() - header.extra() <= STRUCTURE_EXTRA
        && !PrintableRuns.has(in::at, header.extra(), header.bytes(), MIN_TEXT)) {
      text = header.extra() - ZipHeader.FIXED;
    }
    Part name = text == 0 ? null : Part.header(in, ZipHeader.FIXED, text);
    in.take(header.bytes());
    Part content;
    if (header.readable()) {
      content = Part.unpacked(start, new ZipEntry(this, header));
    } else {
      faults.add(FaultKind.ZIP_METHOD, start);
      content =
          header.sized() ? Part.raw(in.position(), RawStream.of(in, header.packed())) : rest();
    }
    if (name == null) {
      return content;
    }
    after = content;
    return name;
  }

  /** What people wrote about an entry or the archive; null if nothing. */
  private Part comment(int kind, long size) throws IOException {
    if ((kind != DIRECTORY && kind != END) || !in.ensure((int) size)) {
      return null;
    }
    int length = in.int16(kind == END ? 20 : 32);
    return length == 0 ? null : Part.header(in, (int) size - length, length);
  }

  private Part rest() {
    return Part.raw(in.position(), RawStream.upTo(in, 4, ZipEntries::plausible));
  }

  private static boolean plausible(Source in, int index) {
    if (in.at(index) != 'P' || in.at(index + 1) != 'K') {
      return false;
    }
    int kind = in.int16(index + 2);
    return kind == ENTRY || kind == DIRECTORY || kind == END;
  }

  Source source() {
    return in;
  }

  Deflated data() {
    return data;
  }

  void fault(FaultKind kind) {
    faults.add(kind, in.position());
  }

  /** The object ends inside an entry. */
  void cutInside() {
    cut();
  }

  /** The entry cannot be read on: the rest of it comes raw, its length known or not. */
  void breakOff(FaultKind kind, boolean sized, long left) {
    fault(kind);
    if (!sized) {
      after = rest();
    } else if (left > 0) {
      after = Part.raw(in.position(), RawStream.of(in, left));
    }
  }

  @Override
  public void close() {
    data.close();
  }
}
