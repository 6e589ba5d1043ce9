package dev.telltale.jobs.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a sender writes into keys and values, no command hands it to the terminal. */
final class ShownTextTest {
  /** ESC, BEL, a C1 control, writing direction, no width, tags, line breaks of all kinds. */
  private static final String HOSTILE =
      "\u001b[31m\u0007\u009b2J\u202e\u2066\u200b\u200d\u2060\ufeff\u00ad\u061c\u180e\ud83d\ude00"
          + "\udb40\udc41\u2028\u0085\r\nINJECTED";

  @TempDir private static Path folder;

  private static String export;
  private static String object;
  private static String lake;
  private static String rules;

  @BeforeAll
  static void scanAHostileExport() throws IOException {
    Path logs = Files.createDirectories(folder.resolve("export/logs"));
    Path file = logs.resolve("key " + HOSTILE.replace("/", "") + " mail@norvikfreight.com");
    String text =
        HOSTILE
            .replace("\r", "\\r")
            .replace("\n", "\\n")
            .replace("\u001b", "\\u001b")
            .replace("\u0007", "\\u0007");
    Files.writeString(
        file,
        "{\"severity\":\""
            + text
            + "\",\""
            + text
            + "\":\"=cmd|' /C calc'!A0\",\"message\":\""
            + text
            + " ines.weber@norvikfreight.com\",\"component\":\""
            + text
            + "\",\"level\":\"@SUM(1)\"}\n"
            + "not json "
            + HOSTILE.replace("\r\n", "")
            + "\n");
    export = folder.resolve("export").toString();
    object = file.toString();
    lake = folder.resolve("lake").toString();
    rules =
        Files.writeString(
                folder.resolve("rules.yaml"),
                "- id: norvik.parcel\n  title: \"Parcel "
                    + text
                    + "\"\n  category: custom\n  severity: low\n"
                    + "  confidence: 0.9\n  pattern: '\\b(NV-[0-9]{8})\\b'\n  reference: https://example.com/parcels\n"
                    + "  examples:\n    match: ['a «NV-12345678»', '«NV-00000001»']\n    clean: ['NV-1', \""
                    + text
                    + "\"]\n")
            .toString();
    CommandRun scan = scan();
    assertEquals(ExitCode.DONE, scan.code(), scan.err());
    assertPlain(scan);
  }

  private static CommandRun scan(String... more) {
    return CommandRun.of(
        "",
        Stream.concat(Stream.of("scan", "--source", export, "--lake", lake), Stream.of(more))
            .toArray(String[]::new));
  }

  static Stream<List<String>> calls() {
    String all = "SELECT * FROM records";
    return Stream.of(
        List.of("scan", "--source", export, "--lake", lake + "2", "--summary", "json"),
        List.of("scan", "--source", export, "--lake", lake, "--plan"),
        List.of("scan", "--source", export, "--lake", lake, "--plan", "--summary", "json"),
        List.of("scan", "--source", folder + "/" + HOSTILE, "--lake", lake),
        List.of("scan", "--source", export, "--lake", folder + "/" + HOSTILE),
        List.of("scan", "--source", export, "--lake", lake, "--" + HOSTILE, HOSTILE),
        List.of("scan", "--source", export, "--lake", lake, "--rules", HOSTILE),
        List.of(HOSTILE),
        List.of("help", HOSTILE),
        List.of("inspect", object),
        List.of("inspect", object, "-v"),
        List.of("inspect", object, "--format", "json"),
        List.of("inspect", "--at", object + "#0"),
        List.of("inspect", object + HOSTILE),
        List.of("sql", "--lake", lake, all),
        List.of("sql", "--lake", lake, "--format", "json", all),
        List.of("sql", "--lake", lake, "--format", "csv", all),
        List.of("sql", "--lake", lake, "SELECT object_key AS `" + HOSTILE + "` FROM objects"),
        List.of("sql", "--lake", lake, "--format", "csv", "SELECT 1 AS `" + HOSTILE + "`"),
        List.of("sql", "--lake", lake, "SELECT `" + HOSTILE + "` FROM objects"),
        List.of("sql", "--lake", lake, "SELECT '" + HOSTILE),
        List.of("sql", "--lake", lake, "--unrestricted", "SELECT `" + HOSTILE + "` FROM objects"),
        List.of("sql", "--lake", lake + HOSTILE, all),
        List.of("optimize", "--lake", lake, "--dry-run"),
        List.of("rules", "list", "--rules", rules),
        List.of("rules", "show", "norvik.parcel", "--rules", rules),
        List.of("rules", "show", HOSTILE),
        List.of("rules", "test", rules));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void nothingThatATerminalActsOnIsPrinted(List<String> words) {
    CommandRun answer = CommandRun.of("", words.toArray(String[]::new));
    assertTrue(answer.code() != ExitCode.BUG, answer.err());
    assertPlain(answer);
  }

  private static void assertPlain(CommandRun answer) {
    for (String text : List.of(answer.out(), answer.err())) {
      text.codePoints()
          .filter(
              point ->
                  point != '\n'
                      && point != '\t'
                      && List.of(
                              (int) Character.CONTROL,
                              (int) Character.FORMAT,
                              (int) Character.LINE_SEPARATOR,
                              (int) Character.PARAGRAPH_SEPARATOR)
                          .contains(Character.getType(point)))
          .forEach(point -> assertEquals("", Integer.toHexString(point), text));
      assertTrue(text.lines().noneMatch(line -> line.startsWith("INJECTED")), text);
    }
  }

  @Test
  void whatIsEscapedCanBeReadBack() {
    CommandRun answer =
        CommandRun.of(
            "", "sql", "--lake", lake, "--format", "json", "SELECT object_key FROM objects");
    assertTrue(answer.out().contains("\\u001B[31m"), answer.out());
    assertTrue(answer.out().contains("\\u202e"), answer.out());
    assertTrue(answer.out().contains("\\udb40\\udc41"), answer.out());
    assertTrue(answer.out().contains("\ud83d\ude00"), "what can be seen is shown: " + answer.out());
  }

  @Test
  void aCellOfCsvIsNoFormula() {
    CommandRun answer =
        CommandRun.of(
            "",
            "sql",
            "--lake",
            lake,
            "--format",
            "csv",
            "SELECT -5 AS n, '=1+1' AS a, '@SUM(1)' AS b, '-2+3' AS c, '+49 30' AS d, 'x;y' AS e, 'a=b' AS f,"
                + " DATE'2026-01-02' AS g, '\uff1d1' AS h, map('=k', 'v') AS i, array('=x') AS `=j`");
    assertEquals(
        """
        n,a,b,c,d,e,f,g,h,i,'=j
        -5,'=1+1,'@SUM(1),'-2+3,'+49 30,"x;y",a=b,2026-01-02,'\uff1d1,{=k=v},[=x]
        """,
        answer.out(),
        answer.err());
    assertFalse(answer.out().contains("\n="));
  }
}
