package dev.telltale.unpacking.compression;

import dev.telltale.fault.FaultKind;
import dev.telltale.unpacking.layer.Container;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.Part;
import dev.telltale.unpacking.layer.PartStream;
import dev.telltale.unpacking.layer.RawStream;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;
import java.util.zip.CRC32C;

/**
 * The framed form of snappy (google/snappy, {@code framing_format.txt}). A chunk that cannot be
 * decoded comes raw and the chunks behind it are a new stream.
 */
public final class SnappyChunks implements Container {
  private static final byte[] IDENTIFIER = {(byte) 0xff, 6, 0, 0, 's', 'N', 'a', 'P', 'p', 'Y'};

  private static final int HEAD = 4;
  private static final int CRC = 4;
  private static final int CHUNK_BYTES = 64 << 10;
  private static final int STRUCTURE_BYTES = 64 << 10;
  private static final int COMPRESSED_BYTES = CRC + 32 + CHUNK_BYTES + CHUNK_BYTES / 6;

  private final Source in;
  private final LayerFaults faults;
  private final CRC32C crc = new CRC32C();
  private Part raw;

  public static boolean startsHere(Source in) throws IOException {
    return in.startsWith(IDENTIFIER);
  }

  public SnappyChunks(Source in, LayerFaults faults) {
    this.in = in;
    this.faults = faults;
  }

  @Override
  public String name() {
    return "snappy-framed";
  }

  @Override
  public Part next() throws IOException {
    if (!in.ensure(1)) {
      return null;
    }
    Part part = raw == null ? Part.unpacked(in.position(), new Decoded()) : raw;
    raw = null;
    return part;
  }

  private static boolean identifier(Source in, int index) {
    for (int i = 0; i < IDENTIFIER.length; i++) {
      if (in.at(index + i) != (IDENTIFIER[i] & 0xff)) {
        return false;
      }
    }
    return true;
  }

  private final class Decoded extends PartStream {
    private byte[] bytes = new byte[0];
    private int from;
    private int to;
    private boolean ended;

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      while (from == to && !ended) {
        chunk();
      }
      if (from == to) {
        return -1;
      }
      int step = Math.min(length, to - from);
      System.arraycopy(bytes, from, into, offset, step);
      from += step;
      return step;
    }

    private void chunk() throws IOException {
      if (!in.ensure(1)) {
        ended = true;
        return;
      }
      if (!in.ensure(HEAD)) {
        breakOff(FaultKind.SNAPPY_TRUNCATED, in.held(), in.held());
        return;
      }
      int type = in.at(0);
      int size = in.int16(1) | in.at(3) << 16;
      if (type <= 1) {
        data(type == 0, size);
      } else if (type < 0x80 || (type == 0xff && !in.startsWith(IDENTIFIER))) {
        faults.add(FaultKind.SNAPPY_DATA, in.position());
        raw =
            Part.raw(
                in.position(), RawStream.upTo(in, IDENTIFIER.length, SnappyChunks::identifier));
        ended = true;
      } else if (size > STRUCTURE_BYTES) {
        in.take(HEAD);
        raw = Part.raw(in.position(), RawStream.of(in, size));
        ended = true;
      } else if (!in.pass(HEAD + (long) size)) {
        faults.add(FaultKind.SNAPPY_TRUNCATED, in.position());
        ended = true;
      }
    }

    private void data(boolean compressed, int size) throws IOException {
      if (size < CRC || size > (compressed ? COMPRESSED_BYTES : CRC + CHUNK_BYTES)) {
        breakOff(FaultKind.SNAPPY_DATA, 0, HEAD + (long) size);
        return;
      }
      if (!in.ensure(HEAD + size)) {
        breakOff(FaultKind.SNAPPY_TRUNCATED, in.held(), in.held());
        return;
      }
      int body = in.from() + HEAD + CRC;
      int length = size - CRC;
      if (compressed && !decode(body, length, HEAD + size)) {
        return;
      }
      if (!compressed) {
        bytes = new byte[length];
        System.arraycopy(in.array(), body, bytes, 0, length);
      }
      from = 0;
      to = bytes.length;
      if (masked() != in.int32(HEAD)) {
        faults.add(FaultKind.SNAPPY_CHECKSUM, in.position());
      }
      in.take(HEAD + size);
    }

    private boolean decode(int body, int length, int chunk) {
      SnappyBlock block = new SnappyBlock(in.array(), body, length, CHUNK_BYTES);
      if (!block.exact()) {
        boolean lies = block.declared() > CHUNK_BYTES || block.ending() == SnappyBlock.Ending.WHOLE;
        breakOff(lies ? FaultKind.SNAPPY_LENGTH : FaultKind.SNAPPY_DATA, 0, chunk);
        return false;
      }
      bytes = block.decode((int) block.produced());
      return true;
    }

    private long masked() {
      crc.reset();
      crc.update(bytes, 0, to);
      int sum = (int) crc.getValue();
      return ((sum >>> 15 | sum << 17) + 0xa282_ead8) & 0xffff_ffffL;
    }

    private void breakOff(FaultKind kind, long where, long rawBytes) {
      faults.add(kind, in.position() + where);
      raw = Part.raw(in.position(), RawStream.of(in, rawBytes));
      ended = true;
    }
  }

  @Override
  public void close() {}
}
