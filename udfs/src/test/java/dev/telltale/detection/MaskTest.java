package dev.telltale.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.detection.finding.Mask;
import org.junit.jupiter.api.Test;

class MaskTest {
  @Test
  void atMostFourCharactersShowOnEitherSide() {
    assertEquals("abcd****wxyz", Mask.of("abcdefghijklmnopqrstuvwxyz"));
  }

  @Test
  void neverMoreThanAThirdShows() {
    for (int length = 0; length < 60; length++) {
      int shown = Mask.of("x".repeat(length)).length() - 4;
      assertTrue(shown * 3 <= length, "length " + length + " shows " + shown);
    }
  }

  @Test
  void shortValuesAreHiddenWhole() {
    assertEquals("****", Mask.of("12345"));
    assertEquals("****", Mask.of(""));
  }

  @Test
  void linesAndSurrogatesStayWhole() {
    assertEquals(
        "a ****\ud83d\ude00z", Mask.of("a\n3456789012" + "\ud83d\ude00z").replace("\n", "?"));
  }
}
