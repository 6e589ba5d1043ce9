package dev.telltale.decoding.message;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes the wire format of protobuf field by field, with no schema and no check. */
public final class WireBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public static WireBytes of() {
    return new WireBytes();
  }

  public WireBytes varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
    return this;
  }

  public WireBytes tag(int number, int wireType) {
    return varint((long) number << 3 | wireType);
  }

  public WireBytes number(int number, long value) {
    return tag(number, 0).varint(value);
  }

  public WireBytes fixed64(int number, long value) {
    return tag(number, 1)
        .raw(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
  }

  public WireBytes real(int number, double value) {
    return fixed64(number, Double.doubleToLongBits(value));
  }

  public WireBytes fixed32(int number, int value) {
    return tag(number, 5)
        .raw(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
  }

  public WireBytes bytes(int number, byte[] content) {
    return tag(number, 2).varint(content.length).raw(content);
  }

  public WireBytes text(int number, String text) {
    return bytes(number, text.getBytes(StandardCharsets.UTF_8));
  }

  public WireBytes message(int number, WireBytes message) {
    return bytes(number, message.array());
  }

  /** A pair of two strings, numbers 1 and 2. */
  public WireBytes pair(int number, String name, String value) {
    return message(number, of().text(1, name).text(2, value));
  }

  /** An OTLP attribute. */
  public WireBytes attribute(int number, String key, String value) {
    return message(number, of().text(1, key).message(2, of().text(1, value)));
  }

  /** A message after its length as a varint. */
  public WireBytes delimited(byte[] message) {
    return varint(message.length).raw(message);
  }

  /** A message after its length in four bytes. */
  public WireBytes bigEndian(byte[] message) {
    return raw(ByteBuffer.allocate(4).putInt(message.length).array()).raw(message);
  }

  public WireBytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  public byte[] array() {
    return out.toByteArray();
  }
}
