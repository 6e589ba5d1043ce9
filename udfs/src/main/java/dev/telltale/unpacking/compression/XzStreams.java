package dev.telltale.unpacking.compression;

import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.RawStream;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;
import java.util.zip.CRC32;

/**
 * Xz (<a href="https://tukaani.org/xz/xz-file-format.txt">The .xz File Format</a>): all streams
 * back to back as one part. What decodes before damage is given out; from the broken chunk up to
 * the end of its block, where that is known, or else up to the next stream, bytes come raw.
 */
public final class XzStreams extends MemberContainer {
  private static final int[] MAGIC = {0xfd, '7', 'z', 'X', 'Z', 0};
  private static final int HEADER = 12;
  private static final int FOOTER = 12;

  private static final int MIN_DICTIONARY = 4096;

  private final Lzma2Chunks data;
  private final XzCheck check = new XzCheck();
  private int checkType;
  private long blockAt;
  private long blockEnd = -1;
  private XzBlockHeader block;
  private long blockBytes;
  private boolean inStream;

  public XzStreams(Source in, LayerFaults faults) {
    super(in, faults);
    data = new Lzma2Chunks(in);
  }

  public static boolean startsHere(Source in) throws IOException {
    return in.ensure(HEADER) && header(in, 0);
  }

  private static boolean header(Source in, int index) {
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

  @Override
  int decode(byte[] into, int offset, int length) throws IOException {
    if (block == null) {
      return 0;
    }
    int count = data.read(into, offset, length);
    check.update(into, offset, count);
    blockBytes += count;
    return count;
  }

  @Override
  void step() throws IOException {
    if (block != null) {
      endBlock();
    } else if (!inStream) {
      openStream();
    } else if (!in.ensure(1)) {
      truncated();
    } else if (in.at(0) == 0) {
      index();
    } else {
      openBlock();
    }
  }

  private void openStream() throws IOException {
    if (!in.ensure(1)) {
      end();
    } else if (!first() && in.ensure(4) && in.int32(0) == 0) {
      in.take(4);
    } else if (startsHere(in)) {
      checkType = in.at(7);
      in.take(HEADER);
      inStream = true;
    } else if (in.held() < HEADER && in.at(0) == MAGIC[0]) {
      truncated();
    } else {
      breakOff(first() ? FaultKind.XZ_DATA : FaultKind.XZ_TRAILING_BYTES);
    }
  }

  private void openBlock() throws IOException {
    blockEnd = -1;
    if (!in.ensure(XzBlockHeader.length(in))) {
      truncated();
      return;
    }
    XzBlockHeader header = XzBlockHeader.read(in);
    if (header == null) {
      breakOff(FaultKind.XZ_DATA);
      return;
    }
    check.reset(checkType);
    if (header.packed() > 0 && header.packed() < Long.MAX_VALUE >> 2) {
      long bytes = header.bytes() + header.packed();
      blockEnd = in.position() + (bytes + 3 & ~3L) + check.bytes();
    }
    if (header.dictionary() < 0 || header.dictionary() > Limits.MAX_XZ_DICTIONARY_BYTES) {
      breakOff(FaultKind.XZ_METHOD);
      return;
    }
    long dictionary = header.dictionary();
    if (header.unpacked() >= 0) {
      dictionary = Math.min(dictionary, header.unpacked());
    }
    blockAt = in.position();
    blockBytes = 0;
    in.take(header.bytes());
    data.open((int) Math.max(MIN_DICTIONARY, dictionary));
    block = header;
  }

  private void endBlock() throws IOException {
    if (data.state() == Lzma2Chunks.State.CORRUPT) {
      breakOff(FaultKind.XZ_DATA);
      return;
    }
    int fill = (int) (blockAt - in.position() & 3);
    if (data.state() == Lzma2Chunks.State.CUT || !in.ensure(fill + check.bytes())) {
      truncated();
      return;
    }
    long packed = in.position() - blockAt - block.bytes();
    if (!check.agrees(in, fill)
        || (block.packed() >= 0 && block.packed() != packed)
        || (block.unpacked() >= 0 && block.unpacked() != blockBytes)) {
      fault(FaultKind.XZ_CHECKSUM, in.position());
    }
    in.take(fill + check.bytes());
    block = null;
    blockEnd = -1;
  }

  /** The index repeats lengths of blocks: structure, of which the checksum is looked at. */
  private void index() throws IOException {
    long at = in.position();
    blockEnd = -1;
    CRC32 crc = new CRC32();
    passIndex(crc, 1);
    long numbers = passNumber(crc) * 2;
    for (long i = 0; i < numbers && in.ensure(1); i++) {
      passNumber(crc);
    }
    passIndex(crc, (int) (at - in.position() & 3));
    if (!in.ensure(4 + FOOTER)) {
      truncated();
      return;
    }
    if (crc.getValue() != in.int32(0) || in.at(14) != 'Y' || in.at(15) != 'Z') {
      breakOff(FaultKind.XZ_DATA);
      return;
    }
    in.take(4 + FOOTER);
    inStream = false;
  }

  private void passIndex(CRC32 crc, int bytes) throws IOException {
    if (in.ensure(bytes)) {
      crc.update(in.array(), in.from(), bytes);
      in.take(bytes);
    }
  }

  private long passNumber(CRC32 crc) throws IOException {
    long value = 0;
    for (int shift = 0; shift < 63 && in.ensure(1); shift += 7) {
      int b = in.at(0);
      passIndex(crc, 1);
      value |= (long) (b & 0x7f) << shift;
      if (b < 0x80) {
        break;
      }
    }
    return value & Long.MAX_VALUE >> 2;
  }

  private void truncated() {
    blockEnd = -1;
    truncated(FaultKind.XZ_TRUNCATED);
  }

  /** The block where its end is known, or else everything up to the next stream. */
  @Override
  RawStream abandon() {
    block = null;
    long bytes = blockEnd - in.position();
    blockEnd = -1;
    inStream = bytes > 0;
    return inStream ? RawStream.of(in, bytes) : RawStream.upTo(in, HEADER, XzStreams::header);
  }

  @Override
  public void close() {
    data.close();
  }
}
