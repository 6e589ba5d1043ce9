package dev.telltale.unpacking.archive;

import dev.telltale.unpacking.charset.TextBytes;
import dev.telltale.unpacking.compression.MemberSearch;
import dev.telltale.unpacking.layer.Container;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;
import java.util.zip.CRC32;

/**
 * Looks for archives wherever they start, behind a program that unpacks itself for instance: a tar
 * by its mark and the checksum of its header, a zip by its signature, a name that is text, and data
 * that inflates or has the sum that the header says. One per stream; in time linear in the stream.
 */
public final class ArchiveSearch {
  private static final long ENTRY = 0x0403_4b50L;
  private static final int MAX_VERSION = 63;
  private static final int MAX_NAME = 4_096;

  /** Of a stored entry; more are taken for what the header says. */
  private static final int MAX_SUMMED = 16 << 10;

  private final MemberSearch search;

  /**
   * @param search bounds what verifying costs
   */
  public ArchiveSearch(MemberSearch search) {
    this.search = search;
  }

  /** Whether an archive starts at an index of a source, whose byte is held. */
  public boolean isAt(Source in, int index) throws IOException {
    return isZip(in, index) || isTar(in, index);
  }

  /** Reads the archive that stands at the next byte, and ends where it does; null if none does. */
  public Container open(Source in, LayerFaults faults) throws IOException {
    if (isZip(in, 0)) {
      return ZipEntries.inside(in, faults);
    }
    return isTar(in, 0) ? TarEntries.inside(in, faults) : null;
  }

  private static boolean isTar(Source in, int index) throws IOException {
    return in.at(index) != 0
        && (index + TarHeader.BLOCK <= in.held() || in.ensure(index + TarHeader.BLOCK))
        && TarHeader.marked(in, index)
        && TarHeader.at(in, index);
  }

  private boolean isZip(Source in, int index) throws IOException {
    if (in.at(index) != 'P'
        || !in.ensure(index + ZipHeader.FIXED)
        || in.int32(index) != ENTRY
        || in.int16(index + 4) > MAX_VERSION) {
      return false;
    }
    int name = in.int16(index + 26);
    int data = ZipHeader.FIXED + name + in.int16(index + 28);
    if (name == 0 || name > MAX_NAME || !in.ensure(index + data)) {
      return false;
    }
    int from = in.from() + index + ZipHeader.FIXED;
    return TextBytes.clean(in.array(), from, name) && holds(in, index, index + data);
  }

  private boolean holds(Source in, int index, int data) throws IOException {
    int method = in.int16(index + 8);
    boolean plain = (in.int16(index + 6) & (ZipHeader.ENCRYPTED | ZipHeader.DESCRIBED)) == 0;
    if (method == ZipHeader.DEFLATED && (in.int16(index + 6) & ZipHeader.ENCRYPTED) == 0) {
      return search.inflates(in, data);
    }
    long packed = in.int32(index + 18);
    if (method != ZipHeader.STORED || !plain || packed > MAX_SUMMED) {
      return method <= MAX_METHOD;
    }
    if (!in.ensure(data + (int) packed)) {
      return false;
    }
    CRC32 sum = new CRC32();
    sum.update(in.array(), in.from() + data, (int) packed);
    return sum.getValue() == in.int32(index + 14);
  }

  /** The highest number of a method that APPNOTE 6.3.10, section 4.4.5, knows. */
  private static final int MAX_METHOD = 99;

  @Override
  public String toString() {
    return "search for archives";
  }
}
