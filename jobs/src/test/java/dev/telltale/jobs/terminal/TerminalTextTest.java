package dev.telltale.jobs.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class TerminalTextTest {
  @Test
  void amountsReadAsPeopleWriteThem() {
    assertEquals("0 B", Amounts.bytes(0));
    assertEquals("999 B", Amounts.bytes(999));
    assertEquals("1.0 kB", Amounts.bytes(1_000));
    assertEquals("123 MB", Amounts.bytes(123_456_789));
    assertEquals("8.1 s", Amounts.time(Duration.ofMillis(8_100)));
    assertEquals("2 min 05 s", Amounts.time(Duration.ofSeconds(125)));
    assertEquals("1 object", Amounts.count(1, "object"));
    assertEquals("1,234 objects", Amounts.count(1234, "object"));
  }

  @Test
  void coverageThatIsNotWholeNeverLooksWhole() {
    assertEquals("100.00 %", Amounts.percent(1));
    assertEquals("99.99 %", Amounts.percent(0.999999));
    assertEquals("0.00 %", Amounts.percent(0));
  }

  @Test
  void tablesAlignAndControlCharactersDoNotReachTheTerminal() {
    String table =
        TextTable.of("rule", ">places").row("a\u001b[31m", 5).row("long.rule", 1_000).toString();
    assertEquals(
        """
          rule         places
          -----------  ------
          a\\u001b[31m       5
          long.rule      1000
        """,
        table);
  }

  @Test
  void withoutATerminalProgressIsPlainLines() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    ProgressLine line =
        new ProgressLine(out, false, Clock.fixed(Instant.EPOCH.plusSeconds(60), ZoneOffset.UTC));
    line.step("listing");
    line.counts(1, 4, 100, 400, 0);
    line.counts(2, 4, 200, 400, 1);
    line.counts(4, 4, 400, 400, 3);
    String text = bytes.toString(StandardCharsets.UTF_8);
    assertFalse(text.contains("\r"), text);
    assertEquals(
        """
          listing
          1 of 4 objects, 100 B of 400 B, 0 findings, about 0.0 s left
          4 of 4 objects, 400 B of 400 B, 3 findings
        """,
        text);
  }
}
