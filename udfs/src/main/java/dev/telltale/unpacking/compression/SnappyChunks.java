package dev.telltale.unpacking.compression;

import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.RawStream;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The framed form of snappy (google/snappy, {@code framing_format.txt}). A chunk that cannot be
 * decoded comes raw, and the chunks after it are a new part.
 */
public final class SnappyChunks extends MemberContainer {
  private static final byte[] IDENTIFIER = {(byte) 0xff, 6, 0, 0, 's', 'N', 'a', 'P', 'p', 'Y'};
  static final int IDENTIFIER_BYTES = 10;

  private static final int HEAD = 4;
  private static final int CRC = 4;
  private static final int CHUNK_BYTES = 64 << 10;
  private static final int COMPRESSED_BYTES = CRC + 32 + CHUNK_BYTES + CHUNK_BYTES / 6;

  private final CRC32C crc = new CRC32C();

  public static boolean startsHere(Source in) throws IOException {
    return in.startsWith(IDENTIFIER);
  }

  public SnappyChunks(Source in, LayerFaults faults) {
    super(in, faults);
  }

  @Override
  public String name() {
    return "snappy-framed";
  }

  static boolean identifier(Source in, int index) {
    for (int i = 0; i < IDENTIFIER.length; i++) {
      if (in.at(index + i) != (IDENTIFIER[i] & 0xff)) {
        return false;
      }
    }
    return true;
  }

  @Override
  void step() throws IOException {
    if (!in.ensure(1)) {
      end();
      return;
    }
    if (!in.ensure(HEAD)) {
      cut();
      return;
    }
    int type = in.at(0);
    int size = in.int16(1) | in.at(3) << 16;
    if (type <= 1) {
      data(type == 0, size);
    } else if (type < 0x80 || (type == 0xff && !in.startsWith(IDENTIFIER))) {
      breakOff(FaultKind.SNAPPY_DATA);
    } else if (size > Limits.MAX_STRUCTURE_BYTES) {
      in.take(HEAD);
      end(RawStream.of(in, size));
    } else if (!in.pass(HEAD + (long) size)) {
      cut();
    }
  }

  private void data(boolean compressed, int size) throws IOException {
    int chunk = HEAD + size;
    if (size < CRC || size > (compressed ? COMPRESSED_BYTES : CRC + CHUNK_BYTES)) {
      breakOff(FaultKind.SNAPPY_DATA, chunk);
    } else if (!in.ensure(chunk)) {
      cut();
    } else {
      int body = in.from() + HEAD + CRC;
      byte[] bytes =
          compressed
              ? decoded(body, size - CRC, chunk)
              : Arrays.copyOfRange(in.array(), body, body + size - CRC);
      if (bytes != null) {
        give(bytes, 0, bytes.length);
        if (masked(bytes) != in.int32(HEAD)) {
          fault(FaultKind.SNAPPY_CHECKSUM, in.position());
        }
        in.take(chunk);
      }
    }
  }

  private byte[] decoded(int body, int length, int chunk) {
    SnappyBlock block = new SnappyBlock(in.array(), body, length, CHUNK_BYTES);
    if (!block.exact()) {
      boolean wrongLength =
          block.declared() > CHUNK_BYTES || block.ending() == SnappyBlock.Ending.WHOLE;
      breakOff(wrongLength ? FaultKind.SNAPPY_LENGTH : FaultKind.SNAPPY_DATA, chunk);
      return null;
    }
    return block.decode((int) block.produced());
  }

  private long masked(byte[] bytes) {
    crc.reset();
    crc.update(bytes, 0, bytes.length);
    int sum = (int) crc.getValue();
    return ((sum >>> 15 | sum << 17) + 0xa282_ead8) & 0xffff_ffffL;
  }

  /** The chunk that is held comes raw, the ones after it are a new part. */
  private void breakOff(FaultKind kind, int chunk) {
    breakOff(kind, in.position(), RawStream.of(in, chunk));
  }

  private void cut() {
    breakOff(FaultKind.SNAPPY_TRUNCATED, in.position() + in.held(), RawStream.of(in, in.held()));
  }

  @Override
  RawStream abandon() {
    return upTo(IDENTIFIER.length, SnappyChunks::identifier);
  }
}
