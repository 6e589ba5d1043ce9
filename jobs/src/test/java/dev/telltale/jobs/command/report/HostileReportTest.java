package dev.telltale.jobs.command.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.KeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sender who knows that a page is made of what it sends. */
final class HostileReportTest {
  private static final String MARKUP = "</script><img src=x onerror=alert(1)>";
  private static final String EMAIL = "ines.weber@norvikfreight.com";

  @TempDir private static Path folder;

  @Test
  void whatASenderWroteStaysTextInThePageAndInEveryExport() throws IOException {
    Path logs = Files.createDirectories(folder.resolve("export/logs/<b onclick=alert(3)>"));
    ObjectMapper json = new ObjectMapper();
    Files.writeString(
        logs.resolve(EMAIL),
        json.createObjectNode()
                .put("time", "2026-11-20T10:00:00Z")
                .put("component", MARKUP)
                .put("=cmd|' /C calc'!A0", "from " + EMAIL)
                .put(MARKUP, EMAIL)
                .put("message", MARKUP + " ghp_" + "R7a9cQ2mX4vB8nK1sW5tZ3yD6fH0jL2hXsA1")
            + "\n");
    String lake = folder.resolve("lake").toString();
    CommandRun scan =
        CommandRun.of(
            "",
            "scan",
            "--source",
            "file://" + folder.resolve("export"),
            "--lake",
            lake,
            "--fingerprint-key",
            KeyFile.in(folder));
    assertEquals(ExitCode.DONE, scan.code(), scan.err());
    String out = folder.resolve("out").toString();
    CommandRun run =
        CommandRun.of(
            "",
            "report",
            "--lake",
            lake,
            "--out",
            out,
            "--export",
            "csv",
            "--export",
            "sarif",
            "--export",
            "ocsf");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    String page = Files.readString(Path.of(out, "report.html"));
    assertFalse(page.contains("<img"), "markup of a sender");
    assertFalse(page.contains("<b onclick"), "markup of a key");
    assertEquals(2, page.split("<script", -1).length - 1);
    JsonNode report = json.readTree(Path.of(out, "report.json").toFile());
    assertTrue(report.path("places").asInt() >= 3, report.toString());
    for (String name :
        new String[] {"report.html", "report.json", "findings.csv", "findings.sarif"}) {
      assertFalse(
          Files.readString(Path.of(out, name)).contains(EMAIL), name + " names who is in a key");
    }
    for (String line : Files.readAllLines(Path.of(out, "findings.csv"))) {
      assertFalse(line.matches(".*(^|,)\"[=+@].*"), line);
    }
  }

  @Test
  void aLakeWithoutFindingsHasAReportThatSaysWhatWasNotRead() throws IOException {
    Path source = Files.createDirectories(folder.resolve("empty/logs"));
    Files.writeString(source.resolve("calm"), "{\"message\":\"calm\"}\n");
    Path outside = Files.writeString(folder.resolve("outside"), "not of the source");
    Files.createSymbolicLink(source.resolve("link"), outside);
    String lake = folder.resolve("empty-lake").toString();
    CommandRun scan =
        CommandRun.of(
            "",
            "scan",
            "--source",
            "file://" + folder.resolve("empty"),
            "--lake",
            lake,
            "--fingerprint-key",
            KeyFile.in(folder));
    assertEquals(ExitCode.DONE, scan.code(), scan.err());
    String out = folder.resolve("empty-out").toString();
    CommandRun run = CommandRun.of("", "report", "--lake", lake, "--out", out, "--export", "sarif");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    String page = Files.readString(Path.of(out, "report.html"));
    assertTrue(page.contains("Nothing was found."), page);
    assertTrue(page.contains("1 object could not be read at all"), page);
    assertEquals(
        0,
        new ObjectMapper()
            .readTree(Path.of(out, "findings.sarif").toFile())
            .path("runs")
            .get(0)
            .path("results")
            .size());
  }
}
