package dev.telltale.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a session of its own leaves behind and listens on: a command in a process of its own. */
@EnabledOnOs(OS.LINUX)
final class FreshProcessTest {
  private static final long MAX_MINUTES = 3;

  /** The state LISTEN in /proc/net/tcp. */
  private static final String LISTENING = "0A";

  @TempDir private Path folder;

  @Test
  void aScanLeavesTheLakeAndAPromptListensOnLoopbackOnly() throws Exception {
    Path export = Files.createDirectory(folder.resolve("export"));
    Files.writeString(export.resolve("a"), "to ines.weber@norvikfreight.com\n");
    Process scan = start("scan", List.of(), "scan", "--source", "export", "--lake", "x/../lake");
    assertTrue(scan.waitFor(MAX_MINUTES, TimeUnit.MINUTES), log("scan"));
    assertEquals(0, scan.exitValue(), log("scan"));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(
          Set.of("export", "home", "lake", "scan.log"),
          left.map(each -> each.getFileName().toString()).collect(Collectors.toSet()));
    }
    assertEquals(Set.of("folder rwxr-x---", "file rw-r-----"), modes(folder.resolve("lake")));

    Process prompt = start("prompt", List.of("-Dspark.ui.enabled=true"), "sql", "--lake", "lake");
    try {
      while (prompt.isAlive() && !log("prompt").contains("telltale> ")) {
        Thread.sleep(200);
      }
      assertTrue(prompt.isAlive(), log("prompt"));
      Set<String> addresses = listening(prompt.pid());
      assertFalse(addresses.isEmpty(), "nothing listens, so nothing was looked at");
      for (String address : addresses) {
        assertTrue(isLoopback(address), addresses.toString());
      }
    } finally {
      prompt.getOutputStream().close();
      assertTrue(prompt.waitFor(MAX_MINUTES, TimeUnit.MINUTES), log("prompt"));
    }
  }

  private Process start(String name, List<String> options, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    command.removeIf(word -> word.startsWith("--add-modules"));
    command.addAll(
        List.of(
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-Duser.home=" + Files.createDirectories(folder.resolve("home")),
            "-Dspark.master=local[1]",
            "-cp",
            System.getProperty("java.class.path")));
    command.addAll(options);
    command.add(Telltale.class.getName());
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile());
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    return builder.start();
  }

  private String log(String name) throws IOException {
    return Files.readString(folder.resolve(name + ".log"));
  }

  private static Set<String> modes(Path lake) throws IOException {
    Set<String> modes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(lake)) {
      for (Path file : files.toList()) {
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        modes.add((Files.isDirectory(file) ? "folder " : "file ") + mode);
      }
    }
    return modes;
  }

  /** Addresses in hexadecimal, as the kernel has them. */
  private static Set<String> listening(long process) throws IOException {
    Set<String> sockets = new HashSet<>();
    try (Stream<Path> files = Files.list(Path.of("/proc/" + process + "/fd"))) {
      for (Path file : files.toList()) {
        try {
          sockets.add(Files.readSymbolicLink(file).toString());
        } catch (IOException closedSince) {
          continue;
        }
      }
    }
    Set<String> addresses = new TreeSet<>();
    for (String table : List.of("tcp", "tcp6")) {
      for (String line : Files.readAllLines(Path.of("/proc/" + process + "/net/" + table))) {
        String[] fields = line.strip().split("\\s+", -1);
        if (fields.length > 9
            && fields[3].equals(LISTENING)
            && sockets.contains("socket:[" + fields[9] + "]")) {
          addresses.add(fields[1].substring(0, fields[1].indexOf(':')));
        }
      }
    }
    return addresses;
  }

  /** 127.0.0.0/8 in the kernel's order of bytes, alone or mapped to IPv6, and ::1. */
  private static boolean isLoopback(String address) {
    return address.matches("([0-9A-F]{6}7F|0{16}FFFF0000[0-9A-F]{6}7F|0{24}01000000)");
  }
}
