package dev.telltale.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The classes and files that the documents name do exist. */
final class DocumentedClassesTest {
  private static final String JAVA = ".java";
  private static final Path ROOT = Path.of("..");

  /** Documents about the code, in which any capitalised name is a class. */
  private static final List<String> ABOUT_CODE =
      List.of("docs/architecture.md", "docs/decisions/", "CONTRIBUTING.md");

  private static final String GENERATED = "<!-- From here on written by";

  private static final Pattern NAME =
      Pattern.compile("`([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(?:\\.[a-z]\\w*)?(?:\\(\\))?`");
  private static final Pattern SEVERAL_WORDS = Pattern.compile("[A-Z][a-z0-9]+[A-Z]\\w*");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
  private static final Pattern PATH =
      Pattern.compile("`((?:docs|conf|scripts|bench|udfs|jobs|dev/telltale)/[\\w./-]+)`");

  /** Of libraries, protocols and formats. */
  private static final Set<String> FOREIGN =
      Set.of(
          "BucketOwnerEnforced",
          "CodedInputStream",
          "EventList",
          "ExportLogsServiceRequest",
          "ExportMetricsServiceRequest",
          "ExportProfilesServiceRequest",
          "ExportTraceServiceRequest",
          "ListObjectVersions",
          "LogAttributes",
          "MetricFamily",
          "MetricName",
          "MetricSet",
          "NaN",
          "ReportedErrorEvent",
          "ServiceName",
          "SeverityText",
          "SlowDown",
          "SpanName",
          "StartJobRun",
          "ToolProvider");

  @Test
  void everyClassThatADocumentNamesExists() throws IOException {
    Set<String> known = new HashSet<>(sources());
    known.addAll(FOREIGN);
    String template = Files.readString(ROOT.resolve("conf/cloudformation/telltale.yaml"));
    Set<String> unknown = new TreeSet<>();
    for (Path document : documents()) {
      String file = ROOT.relativize(document).toString();
      boolean aboutCode = ABOUT_CODE.stream().anyMatch(file::startsWith);
      Matcher names = NAME.matcher(text(document));
      while (names.find()) {
        String name = names.group(1);
        boolean isOurs = aboutCode || SEVERAL_WORDS.matcher(name).matches();
        if (isOurs && !known.contains(name) && !template.contains(name + ":")) {
          unknown.add(file + ": " + name);
        }
      }
    }
    assertEquals(Set.of(), unknown);
  }

  @Test
  void everyForeignNameIsNeeded() throws IOException {
    String all =
        documents().stream().map(DocumentedClassesTest::text).collect(Collectors.joining());
    for (String name : FOREIGN) {
      assertTrue(all.contains("`" + name), name);
    }
  }

  @Test
  void everyFileThatADocumentNamesExists() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (Path document : documents()) {
      Matcher links = LINK.matcher(text(document));
      while (links.find()) {
        if (!Files.exists(document.resolveSibling(links.group(1)))) {
          missing.add(document + ": " + links.group(1));
        }
      }
      Matcher paths = PATH.matcher(text(document));
      while (paths.find()) {
        String path = paths.group(1).replaceFirst("^dev/", "udfs/src/main/java/dev/");
        if (!path.contains("target/") && !Files.exists(ROOT.resolve(path))) {
          missing.add(document + ": " + paths.group(1));
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  /** Without the parts that are generated from the rules, which hold examples. */
  private static String text(Path document) {
    try {
      return Files.readString(document).split(GENERATED, 2)[0];
    } catch (IOException unreadable) {
      throw new UncheckedIOException("reading a document", unreadable);
    }
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
        Stream<Path> conf = Files.walk(ROOT.resolve("conf"))) {
      return Stream.concat(
              Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")),
              Stream.concat(docs, conf).filter(file -> file.toString().endsWith(".md")))
          .toList();
    }
  }

  private static Set<String> sources() throws IOException {
    Set<String> names = new HashSet<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path code : modules.map(module -> module.resolve("src")).toList()) {
        if (Files.isDirectory(code)) {
          try (Stream<Path> files = Files.walk(code)) {
            files
                .map(file -> file.getFileName().toString())
                .filter(file -> file.endsWith(JAVA))
                .forEach(file -> names.add(file.substring(0, file.length() - JAVA.length())));
          }
        }
      }
    }
    return names;
  }
}
