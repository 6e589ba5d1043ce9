package dev.telltale.unpacking.archive;

import dev.telltale.fault.FaultKind;
import dev.telltale.unpacking.compression.Deflated;
import dev.telltale.unpacking.layer.PartStream;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;
import java.util.zip.CRC32;

/** The unpacked bytes of one zip entry; checks them at their end. */
final class ZipEntry extends PartStream {
  private final ZipEntries zip;
  private final Source in;
  private final Deflated data;
  private final ZipHeader header;
  private final boolean sized;
  private final CRC32 crc = new CRC32();
  private long left;
  private long bytes;
  private boolean ended;

  ZipEntry(ZipEntries zip, ZipHeader header) {
    this.zip = zip;
    this.header = header;
    in = zip.source();
    data = zip.data();
    sized = header.sized();
    left = sized ? header.packed() : Long.MAX_VALUE;
    data.open(left);
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (ended) {
      return -1;
    }
    int count =
        header.method() == ZipHeader.STORED
            ? stored(into, from, length)
            : data.read(into, from, length);
    if (count > 0) {
      crc.update(into, from, count);
      bytes += count;
      return count;
    }
    ended = true;
    if (header.method() == ZipHeader.STORED) {
      endStored();
    } else {
      endDeflated();
    }
    return -1;
  }

  private int stored(byte[] into, int from, int length) throws IOException {
    if (left == 0) {
      return 0;
    }
    int count = in.read(into, from, (int) Math.min(left, length));
    left -= Math.max(0, count);
    return Math.max(0, count);
  }

  private void endStored() throws IOException {
    if (left > 0) {
      zip.cutInside();
    } else {
      check();
    }
  }

  private void endDeflated() throws IOException {
    left = data.left();
    if (data.state() == Deflated.State.CORRUPT) {
      zip.breakOff(FaultKind.ZIP_DATA, sized, left);
    } else if (data.state() == Deflated.State.CUT) {
      if (sized && left == 0) {
        zip.fault(FaultKind.ZIP_DATA);
      } else {
        zip.cutInside();
      }
    } else if (sized && left > 0) {
      zip.breakOff(FaultKind.ZIP_DATA, true, left);
    } else {
      check();
    }
  }

  private void check() throws IOException {
    if (!header.described()) {
      if (header.crc() != crc.getValue() || header.unpacked() != bytes) {
        zip.fault(FaultKind.ZIP_CHECKSUM);
      }
      return;
    }
    in.ensure(24);
    int signature = in.held() >= 4 && in.int32(0) == 0x0807_4b50L ? 4 : 0;
    int narrow = signature + 12;
    int wide = signature + 20;
    long packed = header.method() == ZipHeader.STORED ? bytes : packedBytes();
    boolean isNarrow =
        in.held() >= narrow
            && agrees(in.int32(signature + 4), packed)
            && agrees(in.int32(signature + 8), bytes);
    boolean isWide =
        in.held() >= wide && in.int64(signature + 4) == packed && in.int64(signature + 12) == bytes;
    int size = isWide || (header.zip64() && !isNarrow) ? wide : narrow;
    if (in.held() < size) {
      in.take(in.held());
      zip.cutInside();
      return;
    }
    if ((!isNarrow && !isWide) || in.int32(signature) != crc.getValue()) {
      zip.fault(FaultKind.ZIP_CHECKSUM);
    }
    in.take(size);
  }

  private long packedBytes() {
    return (sized ? header.packed() : Long.MAX_VALUE) - left;
  }

  private static boolean agrees(long low, long size) {
    return low == (size & 0xffff_ffffL);
  }
}
