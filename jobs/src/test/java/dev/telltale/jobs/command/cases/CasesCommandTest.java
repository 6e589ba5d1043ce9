package dev.telltale.jobs.command.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.actions.Action;
import dev.telltale.jobs.actions.ActionKind;
import dev.telltale.jobs.actions.ActionLedger;
import dev.telltale.jobs.actions.ActionResult;
import dev.telltale.jobs.cases.Cases;
import dev.telltale.jobs.cases.NamedCases;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.SmallExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One token in two telemetry types, nine addresses in one field and a tenth later; in this order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class CasesCommandTest {
  private static final String TOKEN = "glpat-" + "x7Kq2mPdL9vRt4WzB1nY";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;

  private static SmallExport export;
  private static String token;
  private static String address;

  @BeforeAll
  static void scan() throws IOException {
    export = new SmallExport(folder);
    export.object(
        key("logs", 0, "clean"),
        log("server.go:12", "release-1", "2026-11-20T10:00:00Z", "payload", "nothing at all"));
    export.object(
        key("logs", 1, "a"),
        log("server.go:17", "release-2", "2026-11-20T11:00:00Z", "payload", TOKEN));
    export.object(
        key("logs", 1, "b"),
        log("server.go:17", "release-2", "2026-11-20T11:00:00Z", "payload", TOKEN));
    export.object(
        key("k8s-state", 2, "c"),
        "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"web\",\"namespace\":\"shop\","
            + "\"ownerReferences\":[{\"kind\":\"ReplicaSet\",\"name\":\"web-7\"}]},"
            + "\"spec\":{\"containers\":[{\"name\":\"web\",\"image\":\"shop/web:3\",\"env\":[{\"name\":\"X\",\"value\":\""
            + TOKEN
            + "\"}]}]}}");
    for (int n = 0; n < 9; n++) {
      address(n);
    }
    export.scan();
  }

  private static void address(int n) throws IOException {
    export.object(
        key("logs", 3, "m" + n),
        log(
            "mail.go:3",
            "release-2",
            "2026-11-20T13:00:00Z",
            "to",
            "ines.weber" + n + "@norvikfreight.com"));
  }

  private static String key(String stream, int hour, String name) {
    return stream + "/2026/11/20/1" + hour + "/part-1-2026-11-20-1" + hour + "-00-00-" + name;
  }

  private static String log(String file, String release, String time, String field, String text) {
    return "{\"serviceContext\":{\"service\":\"server\",\"version\":\""
        + release
        + "\"},\"file\":\""
        + file
        + "\",\"func\":\"main.send\",\"severity\":\"info\",\"time\":\""
        + time
        + "\",\"message\":\"sent\",\""
        + field
        + "\":\""
        + text
        + "\"}\n";
  }

  @Test
  @Order(1)
  void aTokenInTwoTelemetryTypesIsOneCaseWithBoth() throws IOException {
    CommandRun list = cases("--format", "json");
    assertEquals(ExitCode.DONE, list.code(), list.err());
    assertEquals(10, list.out().lines().count());
    JsonNode gravest = JSON.readTree(list.out().lines().findFirst().orElseThrow());
    token = gravest.get("case_id").asText();
    assertEquals("[\"kubernetes\",\"logs\"]", gravest.get("telemetry_types").toString());
    assertEquals(1, gravest.get("values").asInt());
    assertEquals(2, gravest.get("places").asInt(), "what was delivered twice counts once");
    assertEquals(3, gravest.get("objects").asInt(), "and has to be erased twice");
    assertEquals("open", gravest.get("state").asText());
    assertEquals("critical", gravest.get("severity").asText());
    assertEquals(0, gravest.get("people_min").asInt());
    address =
        JSON.readTree(list.out().lines().skip(1).findFirst().orElseThrow()).get("case_id").asText();
  }

  @Test
  @Order(2)
  void whereItComesFromIsShownWithReasons() throws IOException {
    CommandRun shown = cases("show", token);
    assertEquals(ExitCode.DONE, shown.code(), shown.err());
    for (String told :
        List.of(
            "server\n",
            "ReplicaSet web-7",
            "shop/web:3",
            "server.go:17 in main.send",
            "2026-11-20 11:00 UTC (release-2)",
            "the last without it is of 2026-11-20 10:00 UTC (release-1)",
            "a harmless name: payload",
            "the value of a pair of name and value",
            "no rule for gitlab.token",
            "gone on to")) {
      assertTrue(shown.out().contains(told), told + " in\n" + shown.out());
    }
    assertFalse(shown.out().contains(TOKEN));
    JsonNode json = JSON.readTree(cases("show", token, "--format", "json").out());
    assertEquals(token, json.get("case_id").asText());
    assertTrue(json.get("root_cause").size() > 8, json.toString());
    for (JsonNode clue : json.get("root_cause")) {
      assertFalse(clue.get("evidence").asText().isEmpty());
    }
  }

  @Test
  @Order(3)
  void tableAndCsvShowTheSameCases() throws IOException {
    CommandRun table = cases();
    assertTrue(table.out().contains(token) && table.out().contains("10 cases."), table.out());
    assertTrue(table.out().contains("not known"), "no lifecycle is known of a folder");
    assertTrue(cases("list", "--retention", "30d").out().matches("(?s).*in (29|30) days.*"));
    CommandRun csv = cases("list", "--format", "csv");
    assertEquals(11, csv.out().lines().count());
    assertTrue(csv.out().startsWith("case_id,kind,state,severity,"), csv.out());
    Path map = folder.resolve("downstream.txt");
    Files.writeString(map, "# ours\nlogs | 1 day | our own archive | 2 years\n");
    CommandRun own = cases("show", token, "--downstream", map.toString());
    assertTrue(own.out().contains("logs: our own archive, kept 2 years"), own.out());
  }

  @Test
  @Order(4)
  void theStateFollowsTheLedgerAndWhatIsFoundLater() throws IOException {
    act(ActionKind.INFORM, ActionResult.STARTED);
    assertEquals("open", state(token));
    act(ActionKind.INFORM, ActionResult.DONE);
    assertEquals("informed", state(token));
    act(ActionKind.PLAN, ActionResult.DONE);
    assertEquals("planned", state(token));
    act(ActionKind.ERASE, ActionResult.PARTIAL);
    assertEquals("planned", state(token), "what survives closes nothing");
    act(ActionKind.ERASE, ActionResult.DONE);
    assertEquals("erased", state(token));
    act(ActionKind.PROVE, ActionResult.DONE);
    assertEquals("proven", state(token));
    export.object(
        key("logs", 4, "d"),
        log("server.go:17", "release-3", "2026-11-20T14:00:00Z", "payload", TOKEN));
    export.scan();
    JsonNode again = row(token);
    assertEquals("reopened", again.get("state").asText());
    assertTrue(again.get("severity_reasons").toString().contains("seen again"), again.toString());
    act(ActionKind.PLAN, ActionResult.DONE);
    assertEquals("planned", state(token));
  }

  @Test
  @Order(5)
  void aCaseKeepsItsIdAndAnOldIdFindsTheCaseItBecame() throws IOException {
    address(9);
    export.scan();
    CommandRun shown = cases("show", address);
    assertEquals(ExitCode.DONE, shown.code(), shown.err());
    assertTrue(shown.out().contains("(formerly " + address + ")"), shown.out());
    assertTrue(shown.out().contains("10 values at 10 places"), shown.out());
    assertTrue(shown.out().contains("10 to 10: distinct values of pii.email"), shown.out());
    assertEquals("planned", state(token), "what the ledger names stays as it is");
    SparkSession spark = SparkForTests.session().newSession();
    Cases cases = new Cases(spark, new Lake(spark, export.lakePath()));
    try (NamedCases named = cases.named(List.of(address, token))) {
      assertNotEquals(address, named.ids().get(0));
      assertEquals(List.of(named.ids().get(0), token), named.ids());
      assertEquals(10, named.places(named.ids().get(0)).count());
      assertEquals(4, named.places(token).count(), "every delivery");
    }
  }

  @Test
  @Order(6)
  void aCaseOfWhichNothingIsLeftIsStillThere() {
    String gone = "case-0123456789ab";
    new ActionLedger(SparkForTests.session(), export.lake(), "somebody", Clock.systemUTC())
        .append(Action.of(ActionKind.PROVE, ActionResult.DONE, List.of(gone)));
    CommandRun shown = cases("show", gone);
    assertEquals(ExitCode.DONE, shown.code(), shown.err());
    assertTrue(shown.out().contains("proven"), shown.out());
    assertTrue(shown.out().contains("nothing is left in the lake"), shown.out());
    assertTrue(cases().out().contains(gone), "in the list too");
  }

  @Test
  @Order(7)
  void whatCannotBeAnsweredIsAMistake() {
    CommandRun unknown = cases("show", "case-000000000000");
    assertEquals(ExitCode.MISTAKE, unknown.code());
    assertTrue(unknown.err().contains("the lake has no case case-000000000000"), unknown.err());
    for (String[] words :
        new String[][] {
          {"show", "token", "is no case"},
          {"show", token, "--format", "csv", "one case cannot be shown as csv"},
          {"list", "--downstream", folder.resolve("none").toString(), "cannot be read"},
        }) {
      CommandRun mistake = cases(Arrays.copyOf(words, words.length - 1));
      assertEquals(ExitCode.MISTAKE, mistake.code());
      assertTrue(mistake.err().contains(words[words.length - 1]), mistake.err());
    }
  }

  private static CommandRun cases(String... words) {
    List<String> all = new ArrayList<>(List.of("cases"));
    all.addAll(List.of(words));
    all.addAll(List.of("--lake", export.lakePath()));
    return CommandRun.of("", all.toArray(String[]::new));
  }

  private static void act(ActionKind kind, ActionResult result) {
    SparkSession spark = SparkForTests.session();
    new ActionLedger(spark, export.lake(), "somebody", Clock.systemUTC())
        .append(Action.of(kind, result, List.of(token)));
  }

  private static JsonNode row(String id) throws IOException {
    SparkSession spark = SparkForTests.session().newSession();
    try (NamedCases named =
        new Cases(spark, new Lake(spark, export.lakePath())).named(List.of(id))) {
      return JSON.readTree(named.rows().get(0).json());
    }
  }

  private static String state(String id) throws IOException {
    return row(id).get("state").asText();
  }
}
