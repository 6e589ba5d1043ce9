package dev.telltale.jobs.command.scan;

import static org.apache.spark.sql.functions.expr;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.KeyFile;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan that leaves clean records out finds the same, and is no full scan to a later one. */
final class FindingsOnlyTest {
  private static final String KEY = "logs/2026/11/20/10/logs-1-2026-11-20-10-00-00-";
  private static final String SECRET = "Zr6vQm2xWp9tKd4";
  private static final int CLEAN = 40;

  /** All records of {@link #writeExport}, and those of them with findings. */
  private static final long RECORDS = 3L * CLEAN + 6;

  private static final long WITH_FINDINGS = 5;

  @TempDir private Path folder;

  @Test
  void findsTheSameAndKeepsOnlyTheRecordsWithFindings() throws IOException {
    writeExport();
    String key = KeyFile.in(folder);
    CommandRun full = scan("full", key);
    CommandRun less = scan("less", key, "--findings-only");
    assertEquals(ExitCode.DONE, full.code(), full.err());
    assertEquals(ExitCode.DONE, less.code(), less.err());
    assertTrue(
        less.out()
            .contains(
                "Records   "
                    + RECORDS
                    + "; in the lake are the "
                    + WITH_FINDINGS
                    + " with findings (--findings-only)"),
        less.out());
    assertFalse(full.out().contains("--findings-only"), full.out());
    assertFalse(findings("full").isEmpty());
    assertEquals(findings("full"), findings("less"));
    assertEquals(ledger("full"), ledger("less"));
    assertEquals(RECORDS, read("full", LakeTable.RECORDS).count());
    assertEquals(
        rows(
            read("full", LakeTable.RECORDS)
                .as("r")
                .join(
                    read("full", LakeTable.FINDINGS).as("f"),
                    expr("r.object_key = f.object_key AND r.record_index = f.record_index"),
                    "left_semi"),
            "run_id"),
        rows(read("less", LakeTable.RECORDS), "run_id"));
    assertEquals(0, read("full", LakeTable.OBJECTS).where("records_kept <> record_count").count());
    assertEquals(
        WITH_FINDINGS,
        read("less", LakeTable.OBJECTS).selectExpr("sum(records_kept)").first().getLong(0));
  }

  @Test
  void aLaterFullScanReadsTheRestAndLeavesEverythingOnce() throws IOException {
    writeExport();
    String key = KeyFile.in(folder);
    scan("full", key);
    scan("lake", key, "--findings-only");
    CommandRun again = scan("lake", key, "--findings-only");
    assertTrue(again.out().contains("Nothing new"), again.out());
    CommandRun full = scan("lake", key);
    assertEquals(ExitCode.DONE, full.code(), full.err());
    // The object whose every record has a finding lacks none, nor does the empty one.
    assertTrue(full.out().contains("5 listed, 3 new"), full.out());
    assertEquals(findings("full"), findings("lake"));
    assertEquals(ledger("full"), ledger("lake"));
    assertEquals(
        rows(read("full", LakeTable.RECORDS), "run_id"),
        rows(read("lake", LakeTable.RECORDS), "run_id"));
    assertEquals(0, read("lake", LakeTable.OBJECTS).where("records_kept < record_count").count());
    for (String[] later : new String[][] {{}, {"--findings-only"}}) {
      CommandRun nothing = scan("lake", key, later);
      assertTrue(nothing.out().contains("Nothing new"), nothing.out());
    }
  }

  /** One object with a value that is met before it is known, and damaged, packed and clean ones. */
  private void writeExport() throws IOException {
    write("a", (clean() + line("password=" + SECRET) + clean()).getBytes(StandardCharsets.UTF_8));
    write("b", line("to ines.weber@norvikfreight.com").getBytes(StandardCharsets.UTF_8));
    byte[] late =
        (line("greeting " + SECRET + " parting") + line("nothing") + line("password=" + SECRET))
            .getBytes(StandardCharsets.UTF_8);
    write("c", gzip(late));
    byte[] cut =
        gzip(
            (line("to joost.mulder@norvikfreight.com") + clean()).getBytes(StandardCharsets.UTF_8));
    write("d", Arrays.copyOf(cut, cut.length - 4));
    write("e", new byte[0]);
  }

  private static String clean() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < CLEAN; i++) {
      lines.append(line("request " + i + " done"));
    }
    return lines.toString();
  }

  private static String line(String message) {
    return "{\"level\":\"info\",\"message\":\""
        + message
        + "\",\"time\":\"2026-11-20T10:00:00Z\"}\n";
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve("export/" + KEY + name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private Dataset<Row> read(String lake, LakeTable table) {
    return new Lake(SparkForTests.session(), folder.resolve(lake).toString()).read(table);
  }

  private List<String> findings(String lake) {
    return rows(read(lake, LakeTable.FINDINGS), "run_id", "detected_at");
  }

  private List<String> ledger(String lake) {
    return rows(read(lake, LakeTable.OBJECTS), "run_id", "scanned_at", "records_kept");
  }

  /** Sorted, without what differs from run to run. */
  private static List<String> rows(Dataset<Row> table, String... without) {
    return table.drop(without).toJSON().collectAsList().stream().sorted().toList();
  }

  private CommandRun scan(String lake, String key, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "scan",
                "--source",
                "file://" + folder.resolve("export"),
                "--lake",
                folder.resolve(lake).toString(),
                "--fingerprint-key",
                key));
    words.addAll(List.of(more));
    return CommandRun.of("", words.toArray(String[]::new));
  }
}
