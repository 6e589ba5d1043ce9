package dev.telltale.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The job jar as it is uploaded: Telltale, and nothing that the platform brings. */
final class JobJarIT {
  private static final Path TARGET =
      Path.of(System.getProperty("telltale.root")).resolve("jobs/target");

  /** Everything else in the jar would meet the platform's own copy of it on one class path. */
  private static final List<String> OWN = List.of("dev/telltale/", "com/google/i18n/phonenumbers/");

  /** Packages of other works, and what THIRD-PARTY.txt calls them. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("com/google/i18n/phonenumbers/", "libphonenumber"),
          Map.entry("dev/telltale/shaded/commonmark/", "commonmark-java"),
          Map.entry("dev/telltale/shaded/jackson/yaml/", "jackson-dataformat-yaml"),
          Map.entry("dev/telltale/shaded/jjava/", "jjava-jupyter"),
          Map.entry("dev/telltale/shaded/jnacl/", "jnacl"),
          Map.entry("dev/telltale/shaded/jte/", "jte"),
          Map.entry("dev/telltale/shaded/picocli/", "picocli"),
          Map.entry("dev/telltale/shaded/re2j/", "RE2/J"),
          Map.entry("dev/telltale/shaded/snakeyaml/", "SnakeYAML"),
          Map.entry("dev/telltale/shaded/zeromq/", "JeroMQ"),
          Map.entry("dev/telltale/shaded/zmq/", "JeroMQ"));

  /** Of these, pages take 0.4 MB and Jupyter's protocol 0.8 MB. */
  private static final long MAX_BYTES = 4_800_000;

  private static Path file;
  private static JarFile jar;

  @BeforeAll
  static void open() throws IOException {
    try (Stream<Path> files = Files.list(TARGET)) {
      file =
          files
              .filter(each -> each.getFileName().toString().matches("telltale-jobs-[0-9.]+\\.jar"))
              .findFirst()
              .orElseThrow();
    }
    jar = new JarFile(file.toFile());
  }

  @AfterAll
  static void close() throws IOException {
    jar.close();
  }

  @Test
  void theJarHasNoClassThatThePlatformProvides() {
    TreeSet<String> foreign = new TreeSet<>();
    jar.stream()
        .map(JarEntry::getName)
        .filter(name -> name.endsWith(".class") && OWN.stream().noneMatch(name::startsWith))
        .forEach(name -> foreign.add(name.substring(0, name.lastIndexOf('/'))));
    assertEquals(new TreeSet<>(), foreign);
  }

  @Test
  void noClassNeedsTheProtobufLibrary() throws IOException {
    TreeSet<String> referring = new TreeSet<>();
    for (JarEntry entry : entries(".class")) {
      String text = new String(content(entry), StandardCharsets.ISO_8859_1);
      // A class file writes the types that it refers to with slashes; with dots it is a message.
      if (text.contains("com/google/protobuf/")) {
        referring.add(entry.getName());
      }
    }
    assertEquals(new TreeSet<>(), referring);
  }

  @Test
  void everyServiceThatTheJarDeclaresIsInIt() throws IOException {
    for (JarEntry entry : jar.stream().toList()) {
      if (entry.getName().startsWith("META-INF/services/") && !entry.isDirectory()) {
        String names = new String(content(entry), StandardCharsets.UTF_8);
        names
            .lines()
            .filter(name -> !name.isBlank() && !name.startsWith("#"))
            .forEach(name -> assertNotNull(jar.getEntry(name.replace('.', '/') + ".class"), name));
      }
    }
  }

  @Test
  void theJarHasNoNativeCodeAndRunsOnEveryProcessor() {
    for (String suffix : List.of(".so", ".dll", ".dylib", ".jnilib")) {
      assertEquals(List.of(), entries(suffix), suffix);
    }
  }

  @Test
  void everyWorkOfOthersInTheJarIsNamed() throws IOException {
    TreeSet<String> unnamed = new TreeSet<>();
    TreeSet<String> seen = new TreeSet<>();
    for (JarEntry entry : entries(".class")) {
      String name = entry.getName();
      boolean own = name.startsWith("dev/telltale/") && !name.startsWith("dev/telltale/shaded/");
      OTHERS.keySet().stream().filter(name::startsWith).forEach(seen::add);
      if (!own && OTHERS.keySet().stream().noneMatch(name::startsWith)) {
        unnamed.add(name.substring(0, name.lastIndexOf('/')));
      }
    }
    assertEquals(new TreeSet<>(), unnamed);
    assertEquals(new TreeSet<>(OTHERS.keySet()), seen);
    String text =
        new String(content(jar.getJarEntry("META-INF/THIRD-PARTY.txt")), StandardCharsets.UTF_8);
    OTHERS.values().forEach(work -> assertTrue(text.contains("  " + work + " "), work));
    Path ofRelease = TARGET.resolve("release/THIRD-PARTY.txt");
    if (Files.exists(ofRelease)) {
      Set<String> named = new TreeSet<>();
      Files.readAllLines(ofRelease).stream()
          .filter(line -> line.matches("  [a-z0-9.]+:[a-z0-9-]+:.*"))
          .forEach(line -> named.add(line.split(":", 3)[1]));
      assertEquals(
          Set.of(
              "commonmark",
              "jackson-dataformat-yaml",
              "jeromq",
              "jjava-jupyter",
              "jnacl",
              "jte-runtime",
              "libphonenumber",
              "picocli",
              "re2j",
              "snakeyaml"),
          named);
    }
  }

  @Test
  void theJarStartsTheCommandLineAndKnowsItsVersion() throws IOException {
    assertEquals(
        Telltale.class.getName(), jar.getManifest().getMainAttributes().getValue("Main-Class"));
    String version = jar.getManifest().getMainAttributes().getValue("Implementation-Version");
    assertEquals("telltale-jobs-" + version + ".jar", file.getFileName().toString());
  }

  @Test
  void theJarStaysSmall() throws IOException {
    long bytes = Files.size(file);
    System.out.println("job jar: " + bytes + " bytes, " + jar.size() + " entries");
    assertTrue(bytes < MAX_BYTES, bytes + " bytes");
  }

  private static List<JarEntry> entries(String end) {
    return jar.stream().filter(entry -> entry.getName().endsWith(end)).toList();
  }

  private static byte[] content(JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
