package dev.telltale.detection.encoding;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.telltale.fault.FaultKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What frames of zstd (RFC 8878) unpack to, as far as they can, and what kept the rest from it.
 * Holds content: never printed.
 */
final class ZstdBytes {
  /** Windows of 8 MiB, as the strongest usual level asks for. */
  private static final int MAX_WINDOW_LOG = 23;

  private final byte[] out;
  private final @Nullable FaultKind incomplete;

  private ZstdBytes(byte[] out, @Nullable FaultKind incomplete) {
    this.out = out;
    this.incomplete = incomplete;
  }

  static boolean isZstd(byte[] bytes) {
    return bytes.length > 8
        && bytes[0] == 0x28
        && bytes[1] == (byte) 0xb5
        && bytes[2] == 0x2f
        && bytes[3] == (byte) 0xfd;
  }

  /**
   * Unpacks.
   *
   * @param budget how many bytes may be unpacked
   */
  static ZstdBytes of(byte[] bytes, int budget) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[8 << 10];
    try (ZstdInputStreamNoFinalizer zstd =
        new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(bytes))) {
      zstd.setLongMax(MAX_WINDOW_LOG);
      for (int made = zstd.read(chunk); made >= 0; made = zstd.read(chunk)) {
        int kept = Math.min(made, budget - out.size());
        out.write(chunk, 0, kept);
        if (kept < made) {
          return new ZstdBytes(out.toByteArray(), FaultKind.ENCODING_LIMIT);
        }
      }
      return new ZstdBytes(out.toByteArray(), null);
    } catch (IOException broken) {
      return new ZstdBytes(out.toByteArray(), FaultKind.ZSTD_DATA);
    }
  }

  byte[] reveal() {
    return out;
  }

  /** Null when everything was unpacked. */
  @Nullable FaultKind incomplete() {
    return incomplete;
  }

  @Override
  public String toString() {
    return "unpacked " + out.length + " bytes";
  }
}
