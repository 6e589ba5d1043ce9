package dev.telltale.decoding.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.decoding.DecodedLines;
import dev.telltale.limit.ChangedLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineGroupsTest {
  private static final String JAVA =
      """
      java.lang.IllegalStateException: outer
      \tat com.example.A.run(A.java:12)
      \tat com.example.B.main(B.java:3)
      Caused by: java.io.IOException: inner
      \tat com.example.C.read(C.java:7)
      \t... 2 more
      """;
  private static final String PYTHON =
      """
      Traceback (most recent call last):
        File "a.py", line 1, in <module>
          run()
      ValueError: first

      During handling of the above exception, another exception occurred:

      Traceback (most recent call last):
        File "a.py", line 3, in <module>
          raise KeyError
      KeyError: second
      """;
  private static final String GO =
      """
      panic: out of range

      goroutine 1 [running]:
      main.run(0x1, 0x2)
      \t/src/main.go:12 +0x39
      created by main.main
      \t/src/main.go:5 +0x58
      exit status 2
      """;
  private static final String NODE =
      """
      TypeError: x is not a function
          at run (/srv/app.js:3:9)
          at Object.<anonymous> (/srv/app.js:9:1)
      """;
  private static final String DOT_NET =
      """
      System.InvalidOperationException: outer
       ---> System.Exception: inner
         at A.B() in C:\\a.cs:line 3
         --- End of inner exception stack trace ---
         at A.C() in C:\\a.cs:line 9
      """;
  private static final String RUBY =
      """
      app.rb:3:in 'run': failed (RuntimeError)
      \tfrom app.rb:7:in 'block in main'
      \tfrom app.rb:9:in 'main'
      """;

  @Test
  void aStackTraceInPlainTextIsOneRecord() {
    for (String trace : List.of(JAVA, PYTHON, GO, NODE, DOT_NET, RUBY)) {
      DecodedLines lines = DecodedLines.of("one line\n" + trace + "another line\nlast\n");
      assertEquals(
          List.of("one line", trace.strip(), "another line", "last"), lines.bodies(), trace);
      assertEquals(List.of("text"), lines.formats());
    }
  }

  @Test
  void aStackTraceBelongsToTheLogLineInFrontOfIt() {
    String time = "2024-03-02 12:22:13,000 ERROR [main] a.B - ";
    for (String trace : List.of(JAVA, PYTHON, GO.substring(GO.indexOf("goroutine")), NODE)) {
      DecodedLines lines = DecodedLines.of(time + "failed\n" + trace + time + "next\n");
      assertEquals(2, lines.records.size(), trace);
      assertEquals("failed\n" + trace.strip(), lines.text(0, "message"));
      assertEquals("next", lines.text(1, "message"));
    }
  }

  @Test
  void indentedLinesGoOnOnlyWhereLinesStartAlike() {
    String time = "2024-03-02T12:22:13Z ";
    assertEquals(
        List.of("first\n  second", "third"),
        List.of(
            DecodedLines.of(time + "first\n  second\n" + time + "third").text(0, "message"),
            DecodedLines.of(time + "first\n  second\n" + time + "third").text(1, "message")));
    assertEquals(List.of("a", "  b", "c"), DecodedLines.of("a\n  b\nc\n").bodies());
  }

  @Test
  void linesThatAreTooLongTogetherAreNotJoined() {
    byte[] bytes = ("start\n" + "\tat a.b(C.java:1)\n".repeat(20)).getBytes(StandardCharsets.UTF_8);
    DecodedLines lines = DecodedLines.of(bytes, ChangedLimits.with("lineBytes", 100).limits());
    assertTrue(lines.records.size() > 3);
    assertEquals(List.of(), lines.faults);
    assertTrue(lines.bodies().stream().allMatch(body -> body.length() <= 100));
  }

  @Test
  void armouredBlocksStayWhole() {
    String block = "-----BEGIN PRIVATE KEY-----\nMC4CAQ==\n-----END PRIVATE KEY-----";
    String time = "2024-03-02T12:22:13Z ";
    DecodedLines lines = DecodedLines.of(time + "key " + block + "\n" + time + "next\n");
    assertEquals("key " + block, lines.text(0, "message"));
    assertEquals(2, lines.records.size());
    assertEquals(List.of("a", block, "b"), DecodedLines.of("a\n" + block + "\nb").bodies());
  }

  @Test
  void jsonNeverGoesOnFromALine() {
    String time = "2024-03-02T12:22:13Z ";
    DecodedLines lines = DecodedLines.of(time + "a\n{\"b\":1}\n" + time + "c\n" + time + "d\n");
    assertEquals(List.of("timestamped-log", "json"), lines.formats());
    assertEquals(4, lines.records.size());
  }
}
