package dev.telltale.decoding.raw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class Utf8TextTest {
  @Test
  void offsetsAgreeWithTheDecoderForAnyBytes() {
    Random random = new Random(11);
    byte[] alphabet = {
      'a',
      '"',
      (byte) 0xc3,
      (byte) 0xa9,
      (byte) 0xe2,
      (byte) 0x82,
      (byte) 0xac,
      (byte) 0xf0,
      (byte) 0x9f,
      (byte) 0x98,
      (byte) 0x80,
      (byte) 0xff,
      (byte) 0xed,
      (byte) 0xa0,
      (byte) 0xc0
    };
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = new byte[3 + random.nextInt(8)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = alphabet[random.nextInt(alphabet.length)];
      }
      int[] offsets = Utf8Text.offsets(bytes, 2, bytes.length - 2);
      String text = Utf8Text.replaced(bytes, 2, bytes.length - 2);
      assertEquals(text.length() + 1, offsets.length);
      for (int i = 0; i <= text.length(); i++) {
        boolean inPair = i > 0 && i < text.length() && Character.isLowSurrogate(text.charAt(i));
        String before = Utf8Text.replaced(bytes, 2, offsets[i]);
        assertEquals(text.substring(0, inPair ? i - 1 : i), before);
      }
    }
  }
}
