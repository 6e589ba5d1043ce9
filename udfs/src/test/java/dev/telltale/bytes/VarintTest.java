package dev.telltale.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("smoke")
class VarintTest {
  private static byte[] bytes(String hexadecimal) {
    return HexFormat.of().parseHex(hexadecimal);
  }

  private static long read(String hexadecimal) {
    byte[] bytes = bytes(hexadecimal);
    int end = Varint.end(bytes, 0, bytes.length, Varint.MAX_BYTES);
    assertEquals(bytes.length, end);
    return Varint.value(bytes, 0, end);
  }

  @Test
  void sevenBitsOfEachByteAreReadTheLowestFirst() {
    assertEquals(0, read("00"));
    assertEquals(127, read("7f"));
    assertEquals(150, read("9601"));
    assertEquals(300, read("ac02"));
    assertEquals(Long.MAX_VALUE, read("ffffffffffffffff7f"));
    assertEquals(-1, read("ffffffffffffffffff01"));
  }

  @Test
  void bitsBeyondSixtyFourFallAway() {
    assertEquals(Long.MIN_VALUE, read("8080808080808080807f"));
    byte[] padded = new byte[12];
    Arrays.fill(padded, (byte) 0x80);
    padded[11] = 1;
    assertEquals(0, Varint.value(padded, 0, 12));
  }

  @Test
  void numberThatTheBoundsCutIsTruncated() {
    byte[] bytes = bytes("ff808001");
    for (int to = 0; to < 4; to++) {
      assertEquals(Varint.TRUNCATED, Varint.end(bytes, 0, to, Varint.MAX_BYTES));
    }
    assertEquals(4, Varint.end(bytes, 0, 4, Varint.MAX_BYTES));
    assertEquals(4, Varint.end(bytes, 2, 4, Integer.MAX_VALUE));
    assertEquals(Varint.TRUNCATED, Varint.end(bytes, 0, 3, Integer.MAX_VALUE));
  }

  @Test
  void numberOfMoreBytesThanItMayHaveIsOverlong() {
    byte[] bytes = bytes("8080808080808080808001");
    assertEquals(Varint.OVERLONG, Varint.end(bytes, 0, 11, Varint.MAX_BYTES));
    assertEquals(Varint.OVERLONG, Varint.end(bytes, 0, 5, 5));
    assertEquals(11, Varint.end(bytes, 0, 11, 11));
  }

  @Test
  void zigzagAlternatesTheSigns() {
    assertEquals(0, Varint.zigzag(0));
    assertEquals(-1, Varint.zigzag(1));
    assertEquals(1, Varint.zigzag(2));
    assertEquals(Long.MIN_VALUE, Varint.zigzag(-1));
    assertEquals(Long.MAX_VALUE, Varint.zigzag(-2));
  }
}
