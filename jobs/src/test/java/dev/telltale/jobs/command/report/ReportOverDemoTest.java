package dev.telltale.jobs.command.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.telltale.demo.leaks.Leak;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.DemoLake;
import dev.telltale.jobs.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The report and every export of the demo's lake. */
@ExtendWith(DemoLake.class)
final class ReportOverDemoTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;

  private static DemoLake.Scanned demo;
  private static CommandRun run;
  private static JsonNode report;

  @BeforeAll
  static void report(DemoLake.Scanned lake) throws IOException {
    demo = lake;
    run =
        CommandRun.of(
            "",
            "report",
            "--lake",
            lake.uri(),
            "--out",
            folder.resolve("out").toString(),
            "--export",
            "sarif",
            "--export",
            "ocsf",
            "--export",
            "asff",
            "--export",
            "csv",
            "--retention",
            "1d",
            "--retention",
            "metrics=7d",
            "--account",
            "111122223333",
            "--region",
            "eu-central-1");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    report = JSON.readTree(file("report.json").toFile());
    Path kept = Files.createDirectories(Path.of("target", "pages"));
    Files.copy(
        file("report.html"),
        kept.resolve("report.html"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path file(String name) {
    return folder.resolve("out").resolve(name);
  }

  private static String text(String name) throws IOException {
    return Files.readString(file(name));
  }

  @Test
  void theNumbersAreThoseOfWhatWasPlanted() {
    Set<String> values = new HashSet<>();
    demo.truth().leaks().forEach(leak -> values.add(leak.reveal()));
    assertTrue(report.path("values").asLong() >= values.size(), report.path("values").asText());
    assertEquals(1.0, report.path("coverage").asDouble());
    assertEquals(4, report.path("severities").size());
    assertEquals("critical", report.path("severities").get(0).path("name").asText());
    long places = 0;
    for (JsonNode severity : report.path("severities")) {
      places += severity.path("places").asLong();
    }
    assertEquals(report.path("places").asLong(), places);
    assertEquals("critical", report.path("worst_cases").get(0).path("severity").asText());
    assertEquals("all others 1d, metrics 7d", report.path("retention").asText());
  }

  @Test
  void objectsWithFaultsAreNamed() {
    Set<String> faults = new HashSet<>();
    report.path("faults").forEach(each -> faults.add(each.path("fault").asText()));
    demo.truth()
        .faults()
        .forEach(each -> assertTrue(faults.contains(each.faultId()), each.faultId()));
  }

  @Test
  void noFileHoldsAPlantedValue() throws IOException {
    for (String name :
        List.of(
            "report.html",
            "report.json",
            "findings.sarif",
            "findings.ocsf.jsonl",
            "findings.asff.jsonl",
            "findings.csv")) {
      String text = text(name);
      for (Leak leak : demo.truth().leaks()) {
        assertFalse(text.contains(leak.reveal()), name + " holds the value of " + leak);
      }
    }
  }

  @Test
  void thePageSaysCoverageBeforeFindingsAndLoadsNothing() throws IOException {
    String page = text("report.html");
    assertTrue(page.indexOf("What was read") < page.indexOf("What was found"));
    assertTrue(page.indexOf("Coverage") < page.indexOf("Values found"));
    assertFalse(
        page.contains("http://") && !page.contains("http://www.w3.org/2000/svg"), "no link");
    assertFalse(page.matches("(?s).*\\s(src|href)=\"(?!#|data:,)[^\"]*\".*"), "nothing is loaded");
    assertTrue(page.contains("github.token"));
  }

  @Test
  void filesAreForOwnerAndGroup() throws IOException {
    assertEquals(
        "rw-r-----",
        java.nio.file.attribute.PosixFilePermissions.toString(
            Files.getPosixFilePermissions(file("report.html"))));
  }

  @Test
  void sarifFitsItsSchema() throws IOException {
    assertFits(
        "sarif-2.1.0.schema.json", SpecVersion.VersionFlag.V4, List.of(text("findings.sarif")));
    JsonNode run = JSON.readTree(text("findings.sarif")).path("runs").get(0);
    assertEquals(report.path("places").asInt(), run.path("results").size());
    for (JsonNode result : run.path("results")) {
      int rule = result.path("ruleIndex").asInt();
      assertEquals(
          result.path("ruleId"),
          run.path("tool").path("driver").path("rules").get(rule).path("id"));
    }
  }

  @Test
  void ocsfFitsItsSchema() throws IOException {
    List<String> events = Files.readAllLines(file("findings.ocsf.jsonl"));
    assertEquals(report.path("places").asInt(), events.size());
    assertFits(
        "ocsf-1.6.0-data-security-finding.schema.json", SpecVersion.VersionFlag.V202012, events);
    assertFalse(text("findings.ocsf.jsonl").contains("pattern_match"));
  }

  private static void assertFits(
      String name, SpecVersion.VersionFlag version, List<String> documents) throws IOException {
    String corpus = System.getenv("TELLTALE_CORPUS");
    assumeTrue(corpus != null, "TELLTALE_CORPUS, where the schemas are, is not set");
    Path file = Path.of(corpus, "schemas", name);
    assumeTrue(Files.exists(file), file + " is not there");
    JsonSchema schema =
        JsonSchemaFactory.getInstance(version).getSchema(JSON.readTree(file.toFile()));
    List<String> problems = new ArrayList<>();
    for (String document : documents) {
      for (ValidationMessage message : schema.validate(JSON.readTree(document))) {
        problems.add(message.getMessage());
      }
    }
    assertEquals(List.of(), problems.subList(0, Math.min(10, problems.size())));
    JsonNode broken = JSON.readTree("{\"version\": 7, \"nonsense\": true}");
    assertFalse(schema.validate(broken).isEmpty(), "the schema refuses what does not fit");
  }

  @Test
  void asffFitsTheModelOfTheSdkAndTheLimitsOfItsCall() throws Exception {
    AsffModel model = AsffModel.load();
    long findings = 0;
    for (String line : Files.readAllLines(file("findings.asff.jsonl"))) {
      JsonNode request = JSON.readTree(line);
      assertEquals(List.of("Findings"), List.copyOf(names(request)));
      assertTrue(request.path("Findings").size() <= 100);
      for (JsonNode finding : request.path("Findings")) {
        findings++;
        assertEquals(List.of(), model.problems(finding), finding.toString());
      }
    }
    assertEquals(report.path("places").asLong(), findings);
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new HashSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void csvHasALineForEachFindingAndNoFormula() throws IOException {
    List<String> lines = Files.readAllLines(file("findings.csv"));
    assertEquals(report.path("places").asInt() + 1, lines.size());
    for (String line : lines) {
      assertFalse(line.matches(".*(^|,)\"[=+@].*"), line);
    }
  }

  @Test
  void mistakesAreAnsweredBeforeTheLakeIsRead() {
    CommandRun nothing = CommandRun.of("", "report", "--lake", folder.resolve("none").toString());
    assertEquals(ExitCode.MISTAKE, nothing.code());
    assertTrue(nothing.err().contains("there is no lake"), nothing.err());
    CommandRun account =
        CommandRun.of("", "report", "--lake", demo.uri(), "--export", "asff", "--account", "12");
    assertEquals(ExitCode.MISTAKE, account.code());
    assertTrue(account.err().contains("--account is no account"), account.err());
    assertTrue(account.err().contains("--region is missing"), account.err());
    CommandRun retention =
        CommandRun.of("", "report", "--lake", demo.uri(), "--retention", "metrics=x");
    assertEquals(ExitCode.MISTAKE, retention.code());
    CommandRun file =
        CommandRun.of("", "report", "--lake", demo.uri(), "--out", file("report.json").toString());
    assertEquals(ExitCode.MISTAKE, file.code(), file.err());
  }
}
