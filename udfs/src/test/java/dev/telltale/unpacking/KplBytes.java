package dev.telltale.unpacking;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Aggregates of the Kinesis Producer Library, written field by field. */
public final class KplBytes {
  private static final byte[] MAGIC = Bytes.of(0xf3, 0x89, 0x9a, 0xc2);

  private KplBytes() {}

  /** An aggregate with one partition key and these user records. */
  public static byte[] aggregate(String key, byte[]... records) {
    byte[] message = field(0x0a, Bytes.utf8(key));
    for (byte[] data : records) {
      byte[] record = Bytes.join(Bytes.of(0x08, 0), field(0x1a, data));
      message = Bytes.join(message, field(0x1a, record));
    }
    return Bytes.join(MAGIC, message, md5(message));
  }

  private static byte[] field(int tag, byte[] content) {
    return Bytes.join(Bytes.of(tag), Bytes.varint(content.length), content);
  }

  private static byte[] md5(byte[] message) {
    try {
      return MessageDigest.getInstance("MD5").digest(message);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
