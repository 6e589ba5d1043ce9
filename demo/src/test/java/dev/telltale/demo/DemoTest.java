package dev.telltale.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.demo.export.ExportGenerator;
import dev.telltale.demo.export.ExportSettings;
import dev.telltale.demo.leaks.Leak;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo with a tool that answers as a test wants: the real one is in another module. */
final class DemoTest {
  private static final String SECRET_KEY = "spark.hadoop.fs.s3a.secret.key";

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void whatWasPlantedIsComparedWithWhatTheToolFound() throws IOException {
    Path keyFile = Files.writeString(folder.resolve("key"), "a key for tests, never for use\n");
    CannedTool tool = new CannedTool(rows(keyFile));
    assertEquals(
        Demo.DONE, demo(tool, "--dir", demoFolder(), "--fingerprint-key", "file://" + keyFile));
    assertTrue(
        text(out)
            .contains(
                "Planted   165 leaks in the generated export: 164 found, 1 missed; 1 report that"
                    + " nobody planted; 152 decoys"),
        text(out));
    assertTrue(text(out).contains("/export/logs/deepest"), text(out));
    assertTrue(text(err).contains("uploading a generated export of 270 objects"), text(err));
    assertEquals(
        List.of("scan", "--source", "s3a://export", "--lake", "s3a://lake"),
        tool.calls.get(0).subList(0, 5));
    assertEquals("file://" + keyFile, tool.calls.get(0).get(6));
    assertTrue(tool.reachedTheServer, "the tool had the settings of the server");
    assertNull(System.getProperty(SECRET_KEY), "and nobody has them afterwards");
    try (Stream<Path> objects = Files.walk(Path.of(demoFolder(), "export"))) {
      assertEquals(270, objects.filter(Files::isRegularFile).count());
    }
  }

  /** A finding for each leak but one, and one that nobody planted, in a deep encoding. */
  private static String rows(Path keyFile) throws IOException {
    FingerprintKeyFile key = FingerprintKeyFile.read("file://" + keyFile);
    StringBuilder rows = new StringBuilder();
    ExportGenerator export = new ExportGenerator(ExportSettings.defaults());
    for (Leak leak : export.truth().leaks().subList(1, export.truth().leaks().size())) {
      rows.append(row(leak.objectKey(), leak.rule(), key.fingerprint(leak.reveal()), 1));
    }
    return rows.append(row("logs/deepest", "pii.email", "00", 9)).toString();
  }

  private static String row(String objectKey, String rule, String fingerprint, int depth) {
    return String.format(
        "{\"object_key\":\"%s\",\"rule\":\"%s\",\"fingerprint\":\"%s\",\"depth\":%d,\"dated\":true}%n",
        objectKey, rule, fingerprint, depth);
  }

  /** RFC 4231, test case 2, with the key as it stands in a file. */
  @Test
  void aFingerprintIsTheHmacOfTheValueWithoutTheLineEndOfTheKey() throws IOException {
    Path keyFile = Files.writeString(folder.resolve("key"), "Jefe\r\n");
    assertEquals(
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        FingerprintKeyFile.read("file:" + keyFile).fingerprint("what do ya want for nothing?"));
  }

  @Test
  void aScanThatFailsEndsTheDemoWithItsCode() {
    CannedTool tool = new CannedTool("");
    tool.scanCode = 70;
    assertEquals(70, demo(tool, "--dir", demoFolder()));
    assertFalse(text(out).contains("Planted"), text(out));
  }

  @Test
  void allMistakesAreNamedTogether() {
    assertEquals(
        Demo.MISTAKE,
        demo(new CannedTool(""), "--scales", "1", "--scale", "many", "here", "--fingerprint-key"));
    for (String part :
        List.of(
            "no option --scales", "did you mean --scale?", "--scale", "\"here\"", "has no value")) {
      assertTrue(text(err).contains(part), part + " in:\n" + text(err));
    }
  }

  @Test
  void numbersOutOfRangeAndAKeyOnTheCommandLineAreRefused() {
    assertEquals(
        Demo.MISTAKE,
        demo(
            new CannedTool(""),
            "--port",
            "70000",
            "--scale",
            "0",
            "--fingerprint-key",
            "0123456789abcdef"));
    assertTrue(text(err).contains("--port cannot be 70000"), text(err));
    assertTrue(text(err).contains("--scale cannot be 0"), text(err));
    assertTrue(text(err).contains("never the key itself"), text(err));
    assertFalse(text(err).contains("0123456789abcdef"), text(err));
  }

  @Test
  void theHelpNamesEveryOption() {
    assertEquals(Demo.DONE, demo(new CannedTool(""), "--help"));
    assertTrue(text(out).startsWith("Usage: telltale demo"), text(out));
    for (String option :
        List.of("--dir", "--port", "--scale", "--small-objects", "--fingerprint-key")) {
      assertTrue(text(out).contains(option), option);
    }
  }

  @Test
  void aTakenPortIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertEquals(Demo.MISTAKE, demo(new CannedTool(""), "--dir", demoFolder(), "--port", port));
      assertTrue(text(err).contains("cannot listen on port " + port), text(err));
    }
  }

  @Test
  void aFolderOfSomebodyElseIsNotEmptied() throws IOException {
    Path file = Files.writeString(folder.resolve("precious"), "data");
    assertEquals(Demo.MISTAKE, demo(new CannedTool(""), "--dir", folder.toString()));
    assertTrue(text(err).contains("is not a folder of the demo"), text(err));
    assertTrue(Files.exists(file), "the file is still there");
  }

  @Test
  void withoutTheJobJarTheRemedyIsTheScript() {
    assertEquals(Demo.MISTAKE, Demo.run(List.of(), ScanTool::find, print(out), print(err)));
    assertTrue(text(err).contains("run scripts/telltale demo"), text(err));
  }

  private int demo(CannedTool tool, String... words) {
    return Demo.run(List.of(words), () -> tool, print(out), print(err));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(UTF_8);
  }

  private String demoFolder() {
    return folder.resolve("demo").toString();
  }

  private static final class CannedTool implements ToolProvider {
    private final List<List<String>> calls = new ArrayList<>();
    private final String findings;
    private int scanCode;
    private boolean reachedTheServer;

    CannedTool(String findings) {
      this.findings = findings;
    }

    @Override
    public String name() {
      return "canned";
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... words) {
      calls.add(List.of(words));
      if (words[0].equals("scan")) {
        reachedTheServer = System.getProperty(SECRET_KEY) != null;
        return scanCode;
      }
      out.print(findings);
      return Demo.DONE;
    }
  }
}
