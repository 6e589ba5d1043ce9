package dev.telltale.jobs.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake keeps its fingerprint key, and a key is loaded by those who need it. */
final class LakeKeyTest {
  @TempDir private Path folder;

  @Test
  void anotherKeyIsRefusedUnlessItIsMeant() throws IOException {
    String first = KeyFile.of(folder.resolve("first"), "the first key of these tests\n");
    String second = KeyFile.of(folder.resolve("second"), "the second key of these tests\n");
    write("a");
    assertEquals(ExitCode.DONE, scan(first).code());
    write("b");
    CommandRun refused = scan(second);
    assertEquals(ExitCode.MISTAKE, refused.code(), refused.out());
    assertTrue(refused.err().contains("not the one of the lake"), refused.err());
    assertTrue(refused.err().contains("--new-key"), refused.err());
    assertEquals(ExitCode.DONE, scan(first).code());
    write("c");
    assertEquals(ExitCode.DONE, scan(second, "--new-key").code());
    write("d");
    assertEquals(ExitCode.DONE, scan(second).code());
    assertEquals(ExitCode.MISTAKE, scan(first).code());

    // A query without a function that makes fingerprints needs no key, not even one that is wrong.
    String broken = KeyFile.of(folder.resolve("broken"), "short");
    CommandRun query = sql(broken, "SELECT count(DISTINCT fingerprint_key_id) AS n FROM runs");
    assertEquals("n\n2\n", query.out(), query.err());
    assertEquals(
        "k\nkubernetes\n",
        sql(broken, "SELECT telltale_key('k8s-state/x').telemetry_type AS k").out());
    CommandRun needed = sql(broken, "SELECT telltale_redact('x', null)");
    assertTrue(needed.err().contains("fewer than 16 bytes"), needed.err());
  }

  @Test
  void inspectMakesNoKey() throws IOException {
    String home = System.getProperty("user.home");
    System.setProperty("user.home", folder.toString());
    try {
      CommandRun answer = CommandRun.of("to ines.weber@norvikfreight.com", "inspect", "-");
      assertEquals(ExitCode.DONE, answer.code(), answer.err());
      assertTrue(answer.out().contains("pii.email"), answer.out());
      assertTrue(answer.err().contains("--fingerprint-key"), answer.err());
      assertFalse(Files.exists(folder.resolve(".config")), "a key was made");
    } finally {
      System.setProperty("user.home", home);
    }
  }

  private void write(String name) throws IOException {
    Path export = Files.createDirectories(folder.resolve("export"));
    Files.writeString(export.resolve(name), "to ines.weber@norvikfreight.com " + name + "\n");
  }

  private CommandRun scan(String key, String... more) {
    return CommandRun.of(
        "",
        Stream.concat(
                Stream.of(
                    "scan",
                    "--source",
                    folder.resolve("export").toString(),
                    "--lake",
                    folder.resolve("lake").toString(),
                    "--fingerprint-key",
                    key),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private CommandRun sql(String key, String query) {
    return CommandRun.of(
        "",
        "sql",
        "--lake",
        folder.resolve("lake").toString(),
        "--format",
        "csv",
        "--fingerprint-key",
        key,
        query);
  }
}
