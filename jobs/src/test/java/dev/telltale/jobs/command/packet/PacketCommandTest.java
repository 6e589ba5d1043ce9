package dev.telltale.jobs.command.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.actions.ActionLedger;
import dev.telltale.jobs.cases.Cases;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.jobs.tables.SmallExport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A token in a log, an address in the key of an object and in Markdown of a sender; in this order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PacketCommandTest {
  private static final String TOKEN = "glpat-" + "x7Kq2mPdL9vRt4WzB1nY";
  private static final String ADDRESS = "ines.weber@norvikfreight.com";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;

  private static SmallExport export;
  private static List<String> cases;

  @BeforeAll
  static void scan() throws Exception {
    export = new SmallExport(folder);
    export.log("logs/2026/11/20/10/part-1-2026-11-20-10-00-00-a", "login with " + TOKEN);
    export.log(
        "logs/2026/11/20/11/" + ADDRESS + "-1-2026-11-20-11-00-00-b",
        "`|x| <b>**" + ADDRESS + "**</b>");
    export.object("logs/2026/11/20/12/part-1-2026-11-20-12-00-00-c", "\u001f\u008b broken gzip");
    Path broken = export.source().resolve("logs/2026/11/20/13/part-1-2026-11-20-13-00-00-d.gz");
    Files.createDirectories(broken.getParent());
    Files.write(broken, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3, 4});
    export.scan();
    SparkSession spark = SparkForTests.session().newSession();
    cases = new ArrayList<>();
    for (Row row : new Cases(spark, new Lake(spark, export.lakePath())).all().collectAsList()) {
      cases.add(row.getAs("case_id"));
    }
    assertEquals(2, cases.size());
  }

  @Test
  @Order(1)
  void thePacketHoldsWhatOthersNeedAndNoValue() throws Exception {
    CommandRun run =
        packet(
            "--aware",
            "2026-11-20T12:00:00Z",
            "--contact",
            "privacy@example.org",
            "--to",
            "the vendor");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    String page = Files.readString(folder.resolve("packet/packet.md"));
    String json = Files.readString(folder.resolve("packet/packet.json"));
    for (String text : List.of(page, json, run.out(), run.err())) {
      assertFalse(text.contains(TOKEN), text);
      assertFalse(text.contains(ADDRESS), text);
    }
    JsonNode packet = JSON.readTree(json);
    assertEquals("AMBER+STRICT", packet.get("tlp").asText());
    assertEquals(1, packet.get("version").asInt());
    JsonNode article = packet.get("gdpr_33_3");
    assertEquals(1, article.get("people_min").asInt());
    assertEquals(2, article.get("people_max").asInt());
    assertEquals("privacy@example.org", article.get("contact").asText());
    assertEquals(2, article.get("likely_consequences").size());
    JsonNode clocks = packet.get("clocks");
    assertEquals("2026-11-20T10:00:00Z", clocks.get("value exported, first").asText());
    assertEquals("2026-11-20T12:00:00Z", clocks.get("aware").asText());
    assertEquals("2026-11-23T12:00:00Z", clocks.get("72 hours from aware end").asText());
    assertTrue(clocks.get("informed, last").isNull());
    assertTrue(packet.get("not_read").size() > 0, "a broken object");
    assertEquals(2, packet.get("cases").size());
    for (JsonNode each : packet.get("cases")) {
      assertTrue(each.get("root_cause").size() > 0, each.toString());
    }
    JsonNode places = packet.get("verification");
    assertEquals(3, places.size());
    for (JsonNode place : places) {
      assertEquals(64, place.get("fingerprint").asText().length());
      assertFalse(place.get("etag").asText().isEmpty());
      assertTrue(place.get("match_length").asInt() > 0);
    }
    assertTrue(json.contains("(key that holds "), "a key with a value in it is not shown");
    assertTrue(page.startsWith("TLP:AMBER+STRICT\n") && page.endsWith("TLP:AMBER+STRICT\n"));
    assertTrue(page.contains("All 3 places"), page);
  }

  @Test
  @Order(2)
  void onlyWhoSaysSoHasInformed() throws Exception {
    assertEquals(0, export.lake().read(LakeTable.ACTIONS).count());
    CommandRun run = packet("--informed", "--tlp", "green");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    byte[] json = Files.readAllBytes(folder.resolve("packet/packet.json"));
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
    assertTrue(run.out().contains(hash), run.out());
    ActionLedger ledger =
        new ActionLedger(SparkForTests.session(), export.lake(), "somebody", Clock.systemUTC());
    Row row = ledger.rows().first();
    assertEquals("inform", row.getAs("what"));
    assertEquals(hash, row.getJavaMap(row.fieldIndex("details")).get("packet_sha256"));
    assertTrue(row.<String>getAs("who").contains(" on "), "who runs this");
    assertTrue(ledger.verify(List.of()).isWhole());
    packet();
    JsonNode second = JSON.readTree(folder.resolve("packet/packet.json").toFile());
    assertEquals(2, second.get("version").asInt(), "one was given out");
    assertEquals("informed", second.get("cases").get(0).get("facts").get("state").asText());
    assertEquals(1, second.get("actions").size());
    assertEquals(ledger.head().hash(), second.get("ledger_head").asText());
  }

  @Test
  @Order(3)
  void whatCannotBeWrittenIsAMistake() {
    CommandRun none = CommandRun.of("", "packet", "--lake", export.lakePath());
    assertTrue(none.err().contains("--case is missing"), none.err());
    CommandRun wrong =
        CommandRun.of("", "packet", "--case", "1", "--case", "two", "--lake", export.lakePath());
    assertEquals(ExitCode.MISTAKE, wrong.code());
    assertTrue(wrong.err().contains("\"1\" is no case"), wrong.err());
    assertTrue(wrong.err().contains("\"two\" is no case"), "all at once");
    CommandRun late = packet("--aware", "2999-01-01");
    assertEquals(ExitCode.MISTAKE, late.code());
    assertTrue(late.err().contains("--aware cannot be in the future"), late.err());
  }

  private static CommandRun packet(String... words) {
    List<String> all = new ArrayList<>(List.of("packet"));
    cases.forEach(id -> all.addAll(List.of("--case", id)));
    all.addAll(List.of("--lake", export.lakePath(), "--out", folder.resolve("packet").toString()));
    all.addAll(List.of(words));
    return CommandRun.of("", all.toArray(String[]::new));
  }
}
