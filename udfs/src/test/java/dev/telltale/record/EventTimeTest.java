package dev.telltale.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {
  @ParameterizedTest
  @CsvSource({
    "2024-03-02T12:22:13Z, 2024-03-02T12:22:13Z",
    "2024-03-02t12:22:13.123456789z, 2024-03-02T12:22:13.123456789Z",
    "2024-03-02 12:22:13, 2024-03-02T12:22:13Z",
    "2024-03-02T12:22:13.5+02:00, 2024-03-02T10:22:13.5Z",
    "2024-03-02T12:22:13-0130, 2024-03-02T13:52:13Z",
    "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
    "1709382133, 2024-03-02T12:22:13Z",
    "1709382133.25, 2024-03-02T12:22:13.250Z",
    "1709382133000, 2024-03-02T12:22:13Z",
    "1709382133000001, 2024-03-02T12:22:13.000001Z",
    "1709382133000000001, 2024-03-02T12:22:13.000000001Z",
    "1.709382133e9, 2024-03-02T12:22:13Z"
  })
  void timesAreRead(String text, Instant time) {
    assertEquals(time, EventTime.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "42",
        "-1709382133",
        "yesterday",
        "2024-02-30T00:00:00Z",
        "2024-03-02",
        "2024-03-02T24:00:00Z",
        "2024-03-02T12:22:13+99:00",
        "2024-03-02T12:22:13.Z",
        "2024-03-02T12:22:13 [telltale:x:1]",
        "99999999999999999999999",
        "1e999999999",
        "1.",
        "1709382133,5"
      })
  void whatIsNoTimeIsNull(String text) {
    assertNull(EventTime.of(text));
  }

  @Test
  void noTextThrows() {
    Random random = new Random(5);
    String characters = "0123456789-+:.TZ eE,é";
    for (int round = 0; round < 300_000; round++) {
      StringBuilder text = new StringBuilder("2024-03-02T12:22:13.5+02:00");
      for (int edits = random.nextInt(5); edits > 0; edits--) {
        int at = random.nextInt(text.length());
        text.setCharAt(at, characters.charAt(random.nextInt(characters.length())));
      }
      text.delete(0, random.nextInt(4) == 0 ? random.nextInt(text.length()) : 0);
      EventTime.of(text.toString());
    }
  }
}
