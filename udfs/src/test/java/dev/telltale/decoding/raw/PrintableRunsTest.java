package dev.telltale.decoding.raw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PrintableRunsTest {
  @Test
  void runsOfSixAreKeptAndShorterOnesAreNot() {
    assertEquals("secret\nanother", runs(0, 1, "short", 0, "secret", 2, "another", 255));
  }

  @Test
  void lettersBeyondAsciiContinueARun() {
    assertEquals("Zoë Ünal\n漢字です", runs(1, "Zoë Ünal", 0, "漢字です", 0));
  }

  @Test
  void utf16OfEitherOrderIsText() {
    assertEquals("little-end", runs(3, "little-end".getBytes(StandardCharsets.UTF_16LE), 255));
    assertEquals("big-end!", runs(3, 3, "big-end!".getBytes(StandardCharsets.UTF_16BE), 255));
  }

  @Test
  void characterCutByTheEndEndsTheRun() {
    assertEquals("abcdef", runs("abcdef", 0xe6, 0xbc));
    assertEquals("", runs("abcde", 0xe6));
  }

  private static String runs(Object... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Object part : parts) {
      if (part instanceof Integer b) {
        bytes.write(b);
      } else if (part instanceof byte[] many) {
        bytes.writeBytes(many);
      } else {
        bytes.writeBytes(part.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
    return PrintableRuns.of(bytes.toByteArray(), 0, bytes.size());
  }
}
