package dev.telltale.jobs.demo;

import java.io.ByteArrayOutputStream;

/** Byte sequences put together. */
final class Bytes {
  private Bytes() {}

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
