package dev.telltale.rewriting.message;

import dev.telltale.bytes.Varint;
import dev.telltale.rewriting.edit.Edit;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The length of a compressed member in the bytes in front of it, as the file exporter of the
 * OpenTelemetry Collector writes it: a varint, or four or eight bytes of either order, which a
 * checksum may be beside.
 */
public final class LengthBefore {
  private static final int MAX_PREFIX = 12;
  private static final int MAX_VARINT = 5;

  private LengthBefore() {}

  /**
   * The edit of that length; null where there is none.
   *
   * @param floor before which nothing belongs to the member
   * @param from where the member starts
   * @param length of the member
   * @param changed its length once it is edited
   */
  public static @Nullable Edit mended(byte[] bytes, int floor, int from, int length, int changed) {
    int first = Math.max(floor, from - MAX_PREFIX);
    for (int width : new int[] {4, 8}) {
      for (int at = from - width; at >= first; at--) {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
          if (number(bytes, at, width, order) == length) {
            return Edit.of(at, at + width, number(changed, width, order));
          }
        }
      }
    }
    for (int at = Math.max(first, from - MAX_VARINT); at < from; at++) {
      if (Varint.end(bytes, at, from, MAX_VARINT) == from
          && Varint.value(bytes, at, from) == length) {
        return Edit.of(at, from, MessageLengths.varint(changed, 1));
      }
    }
    return null;
  }

  private static long number(byte[] bytes, int at, int width, ByteOrder order) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, at, width).order(order);
    return width == 4 ? buffer.getInt() : buffer.getLong();
  }

  private static byte[] number(long value, int width, ByteOrder order) {
    ByteBuffer buffer = ByteBuffer.allocate(width).order(order);
    return (width == 4 ? buffer.putInt((int) value) : buffer.putLong(value)).array();
  }
}
