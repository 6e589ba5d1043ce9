package dev.telltale.demo.telemetry;

import java.io.ByteArrayOutputStream;

/** Byte sequences put together. */
public final class JoinedBytes {
  private JoinedBytes() {}

  public static byte[] of(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
