package dev.telltale.jobs.actions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.demo.server.S3Server;
import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.jobs.tables.TableMaintenance;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.jdk.javaapi.CollectionConverters;

/** A chain of actions in a lake: what it shows of changes, and who may come in between. */
final class ActionLedgerTest {
  private static final Action REVEAL =
      Action.of(ActionKind.REVEAL, ActionResult.STARTED, List.of("case-b", "case-a", "case-b"))
          .on(new ActedObject("exports", "logs/a \"quoted\" \u00fc", null, "etag"))
          .with("finding_id", "f1");

  @TempDir private static Path folder;
  private static S3Server server;
  private static SparkSession spark;
  private static int lakes;

  @BeforeAll
  static void start() {
    spark = SparkForTests.session();
    server = S3Server.memory();
    server.createBucket("ledgers");
    server
        .s3aSettings()
        .forEach(
            (name, value) ->
                spark
                    .sparkContext()
                    .hadoopConfiguration()
                    .set(name.replace("fs.s3a.", "fs.s3a.bucket.ledgers."), value));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void eachRowFollowsTheOneBeforeAndTheHeadIsTheLast() {
    Lake lake = lake("file");
    ActionLedger ledger = ledger(lake);
    assertEquals(ChainHead.EMPTY, ledger.head());
    String first = ledger.append(REVEAL);
    ChainHead head =
        ledger.append(
            List.of(
                Action.of(ActionKind.PLAN, ActionResult.DONE, List.of("case-a")).ofPlan("p"),
                Action.of(ActionKind.ERASE, ActionResult.PARTIAL, List.of()).ofPlan("p")));
    assertEquals(new ChainHead(3, head.hash()), ledger.head());
    ChainCheck check = ledger.verify(List.of(first, head.hash()));
    assertTrue(check.isWhole(), check.broken());
    assertEquals(head, check.head());
    assertEquals(
        List.of("case-a", "case-b"), ledger.rows().first().getList(6), "in order, each once");
    assertEquals("somebody", ledger.rows().first().getAs("who"));
    assertEquals(head, ledger.append(List.of()), "nothing to write");
  }

  @Test
  void aHeadThatIsNotInTheChainShowsThatRowsWereCutOff() {
    Lake lake = lake("file");
    ActionLedger ledger = ledger(lake);
    ledger.append(REVEAL);
    ChainCheck check = ledger.verify(List.of("ab".repeat(32), LedgerRow.BEGINNING));
    assertEquals(List.of("ab".repeat(32)), check.missingHeads());
    assertFalse(check.isWhole());
  }

  @Test
  void joiningItsFilesBreaksNothing() throws IOException {
    Lake lake = lake("file");
    ActionLedger ledger = ledger(lake);
    ledger.append(REVEAL);
    ledger.append(REVEAL);
    TableMaintenance maintenance = new TableMaintenance(spark, lake, LakeTable.ACTIONS);
    assertEquals(2, maintenance.size().files());
    maintenance.compact();
    assertEquals(1, maintenance.size().files());
    ledger.append(REVEAL);
    ChainCheck check = ledger.verify(List.of());
    assertTrue(check.isWhole(), check.broken());
    assertEquals(3, check.head().rows());
  }

  @Test
  void deltaRefusesToChangeOrDeleteARow() {
    Lake lake = lake("file");
    ledger(lake).append(REVEAL);
    for (String change : List.of("DELETE FROM %s WHERE sequence = 0", "UPDATE %s SET who = 'x'")) {
      Exception refused =
          assertThrows(
              Exception.class,
              () ->
                  spark
                      .sql(change.formatted("delta.`" + lake.path(LakeTable.ACTIONS) + "`"))
                      .collectAsList());
      assertTrue(refused.getMessage().contains("append"), refused.getMessage());
    }
  }

  @Test
  void everyKindOfChangeBreaksTheChain() {
    Lake lake = lake("file");
    ActionLedger ledger = ledger(lake);
    ledger.append(List.of(REVEAL.ofPlan("p"), REVEAL.ofPlan("p"), REVEAL.ofPlan("p")));
    List<Row> rows = ledger.rows().collectAsList();
    assertNull(check(rows));
    for (StructField column : LakeTable.ACTIONS.schema().fields()) {
      String name = column.name();
      Object other =
          switch (name) {
            case "sequence" -> 7L;
            case "at" -> new Timestamp(1);
            case "case_ids" -> CollectionConverters.asScala(List.of("case-c")).toSeq();
            case "details" -> CollectionConverters.asScala(Map.of("n", "9"));
            case "what" -> "prove";
            case "result" -> "done";
            default -> "other";
          };
      assertNotNull(check(changed(rows, name, other)), name);
      if (!name.equals("version_id")) {
        assertNotNull(check(changed(rows, name, null)), name + " taken away");
      }
    }
    assertEquals("row 1 is missing", check(List.of(rows.get(0), rows.get(2))));
    assertEquals("row 0 is missing", check(rows.subList(1, 3)));
    assertEquals("row 1 is there twice", check(List.of(rows.get(0), rows.get(1), rows.get(1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "s3a"})
  void programsThatAppendTogetherMakeOneChain(String store) throws Exception {
    Lake lake = lake(store);
    int programs = 4;
    int each = 2;
    CyclicBarrier together = new CyclicBarrier(programs);
    ExecutorService threads = Executors.newFixedThreadPool(programs);
    List<Future<List<String>>> appending = new ArrayList<>();
    try {
      for (int program = 0; program < programs; program++) {
        String name = "program " + program;
        Callable<List<String>> append =
            () -> {
              ActionLedger ledger =
                  new ActionLedger(spark, new Lake(spark, lake.root()), name, Clock.systemUTC());
              together.await();
              List<String> hashes = new ArrayList<>();
              for (int n = 0; n < each; n++) {
                hashes.add(ledger.append(REVEAL.with("n", n + "")));
              }
              return hashes;
            };
        appending.add(threads.submit(append));
      }
      List<String> hashes = new ArrayList<>();
      for (Future<List<String>> one : appending) {
        hashes.addAll(one.get());
      }
      ChainCheck check = ledger(lake).verify(hashes);
      assertTrue(check.isWhole(), check.broken() + check.missingHeads());
      assertEquals(hashes.size(), check.head().rows(), "each once");
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void withoutALakeThereIsNoLedger() {
    Lake none = new Lake(spark, folder.resolve("none").toString());
    UserMistake mistake = assertThrows(UserMistake.class, () -> ledger(none).append(REVEAL));
    assertTrue(mistake.getMessage().contains("there is no lake"), mistake.getMessage());
  }

  private static List<Row> changed(List<Row> rows, String column, Object value) {
    Row second = rows.get(1);
    Object[] values = new Object[second.length()];
    for (int n = 0; n < values.length; n++) {
      values[n] = n == second.fieldIndex(column) ? value : second.get(n);
    }
    return List.of(rows.get(0), new GenericRowWithSchema(values, second.schema()), rows.get(2));
  }

  private static String check(List<Row> rows) {
    List<LedgerRow> read = rows.stream().map(LedgerRows::read).collect(Collectors.toList());
    return ActionChain.check(read.iterator(), List.of()).broken();
  }

  private static ActionLedger ledger(Lake lake) {
    return new ActionLedger(spark, lake, "somebody", Clock.systemUTC());
  }

  private static synchronized Lake lake(String store) {
    lakes++;
    Lake lake =
        new Lake(
            spark,
            store.equals("s3a") ? "s3a://ledgers/lake-" + lakes : folder.resolve("l" + lakes) + "");
    lake.create();
    return lake;
  }
}
