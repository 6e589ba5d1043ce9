package dev.telltale.decoding.message.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.decoding.message.UndeclaredFormat;
import dev.telltale.decoding.message.WireBytes;
import dev.telltale.limit.Limits;
import dev.telltale.value.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WireWalkTest {
  private final UndeclaredFormat format =
      new UndeclaredFormat(Limits.defaults().jsonDepth(), Limits.defaults().jsonTokens());

  @Test
  void stringsNumbersAndMessagesAreDistinguished() {
    assertEquals(
        "{\"#1\":\"ann@corp.io\",\"#2\":4111111111111111,\"#3\":{\"#1\":\"in\",\"#9\":1.5},\"#4\":0.25}",
        walked(
            WireBytes.of()
                .text(1, "ann@corp.io")
                .number(2, 4_111_111_111_111_111L)
                .message(3, WireBytes.of().text(1, "in").real(9, 1.5))
                .fixed32(4, Float.floatToIntBits(0.25f))));
  }

  @Test
  void fixedNumberThatIsNoLikelyFractionIsAnInteger() {
    assertEquals(
        "{\"#1\":1709382133000000000}",
        walked(WireBytes.of().fixed64(1, 1_709_382_133_000_000_000L)));
  }

  @Test
  void printableTextWinsOverAMessageThatItHappensToBe() {
    String text = "\"+" + "x".repeat('+');
    assertTrue(WireWalk.isMessage(text.getBytes(StandardCharsets.UTF_8), 0, text.length()));
    assertEquals(
        "{\"#1\":\"" + text.replace("\"", "\\\"") + "\"}", walked(WireBytes.of().text(1, text)));
  }

  @Test
  void messageOfWhichEveryByteIsPrintableOrALineEndIsAMessage() {
    WireBytes inner = WireBytes.of().text(1, "y".repeat('\n'));
    assertEquals("{\"#3\":{\"#1\":\"yyyyyyyyyy\"}}", walked(WireBytes.of().message(3, inner)));
  }

  @Test
  void bytesThatAreNeitherAreReadAsFarAsTheyArePrintable() {
    byte[] bytes = {(byte) 0xff, 0, 's', 'e', 'c', 'r', 'e', 't', 0, (byte) 0xfe};
    assertEquals("{\"#1\":\"secret\"}", walked(WireBytes.of().bytes(1, bytes)));
  }

  @Test
  void randomBytesAreNeverAMessageNobodyDeclared() {
    Random random = new Random(5);
    for (int round = 0; round < 50_000; round++) {
      byte[] bytes = new byte[1 + random.nextInt(300)];
      random.nextBytes(bytes);
      assertFalse(format.accepts(bytes, 0, bytes.length));
    }
  }

  @Test
  void oneStringAloneIsNoEvidence() {
    byte[] message = WireBytes.of().text(1, "some text that is long").array();
    assertFalse(format.accepts(message, 0, message.length));
  }

  private static String walked(WireBytes message) {
    byte[] bytes = message.array();
    return JsonText.of(new WireWalk(100).over(bytes, 0, 1_000).message(0, bytes.length));
  }
}
