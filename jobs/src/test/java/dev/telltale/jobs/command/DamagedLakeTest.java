package dev.telltale.jobs.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A lake whose files are damaged is a matter of the lake, not a bug of Telltale's. */
final class DamagedLakeTest {
  private static final String FIRST = "objects/_delta_log/00000000000000000000.json";

  @TempDir private static Path folder;

  @FunctionalInterface
  private interface Damage {
    void to(Path lake) throws IOException;
  }

  @BeforeAll
  static void scanAFolder() throws IOException {
    Path export = Files.createDirectories(folder.resolve("export"));
    Files.writeString(export.resolve("a"), "ines.weber@norvikfreight.com\n");
    CommandRun scan =
        CommandRun.of(
            "",
            "scan",
            "--source",
            export.toString(),
            "--lake",
            folder.resolve("sound").toString());
    assertEquals(ExitCode.DONE, scan.code(), scan.err());
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        damage("log entry cut", lake -> cut(lake.resolve(FIRST), 40)),
        damage("log entry empty", lake -> cut(lake.resolve(FIRST), 0)),
        damage(
            "log entry of bytes", lake -> Files.write(lake.resolve(FIRST), new byte[] {0, 1, 2})),
        damage("first log entry gone", lake -> Files.delete(lake.resolve(FIRST))),
        damage("no entry in the log", lake -> deleteAll(lake.resolve("objects/_delta_log"))),
        damage(
            "log of another table",
            lake ->
                Files.copy(
                    lake.resolve("runs/_delta_log/00000000000000000001.json"),
                    lake.resolve("objects/_delta_log/00000000000000000002.json"))),
        damage("data file cut", lake -> cut(dataFile(lake), 20)),
        damage("data file of bytes", lake -> Files.writeString(dataFile(lake), "no parquet")),
        damage("data file gone", lake -> Files.delete(dataFile(lake))),
        damage("another table missing", lake -> deleteAll(lake.resolve("records/_delta_log"))));
  }

  private static Arguments damage(String what, Damage damage) {
    return Arguments.of(what, damage);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void aDamagedLakeIsNamedAsOne(String what, Damage damage) throws IOException {
    Path lake = folder.resolve(what.replace(' ', '-'));
    copy(folder.resolve("sound"), lake);
    damage.to(lake);
    for (List<String> words :
        List.of(
            List.of("sql", "--lake", lake.toString(), "SELECT * FROM objects, records"),
            List.of("scan", "--source", folder + "/export", "--lake", lake.toString()))) {
      CommandRun answer = CommandRun.of("", words.toArray(String[]::new));
      assertTrue(answer.code() != ExitCode.BUG, what + ": " + answer.err());
      assertFalse(answer.err().contains("This is a bug"), answer.err());
      if (words.get(0).equals("sql")) {
        assertEquals(ExitCode.MISTAKE, answer.code(), what + ": " + answer.out());
        assertTrue(answer.err().contains("lake"), answer.err());
      }
    }
  }

  private static Path dataFile(Path lake) throws IOException {
    try (Stream<Path> files = Files.walk(lake.resolve("objects"))) {
      Path file =
          files
              .filter(each -> each.getFileName().toString().matches("part-.*\\.parquet"))
              .findFirst()
              .orElseThrow();
      Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
      return file;
    }
  }

  private static void cut(Path file, int length) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, Math.min(length, bytes.length)));
  }

  private static void deleteAll(Path log) throws IOException {
    try (Stream<Path> files = Files.list(log)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(each)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path each, BasicFileAttributes attributes)
              throws IOException {
            if (!each.getFileName().toString().endsWith(".crc")
                || each.getParent().endsWith("_delta_log")) {
              Files.copy(each, to.resolve(from.relativize(each)));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
