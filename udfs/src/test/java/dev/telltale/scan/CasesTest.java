package dev.telltale.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.telltale.limit.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small inputs after public bug reports, of the corpus that {@code TELLTALE_CORPUS} names: what is
 * planted is found and is nowhere readable, what is clean has no finding, and each object is what
 * it is said to be. What is not reached stands in {@code cases-not-reached.txt}, with the reason.
 */
final class CasesTest {
  private static final double MIN_CONFIDENCE = 0.5;
  private static final double MIN_FOUND = 0.97;
  private static final double MIN_FOUND_OF_A_KIND = 0.9;

  /** Fewer plants than this cannot miss one and be at nine of ten. */
  private static final int FEW = 10;

  /** Characters in a row of a value that may not be read in a record. */
  private static final int READABLE = 12;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static int planted;
  private static int found;

  static List<String> folders() throws IOException {
    Path cases = cases();
    if (!Files.isDirectory(cases)) {
      return List.of("");
    }
    try (Stream<Path> folders = Files.list(cases)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static Path cases() {
    String named = System.getenv("TELLTALE_CORPUS");
    return Path.of(named == null ? "../../shared" : named, "cases");
  }

  @ParameterizedTest
  @MethodSource("folders")
  void isFoundAndRedacted(String name) throws IOException {
    assumeTrue(!name.isEmpty(), () -> "no cases at " + cases() + "; see TELLTALE_CORPUS");
    Path folder = cases().resolve(name);
    JsonNode expected = JSON.readTree(folder.resolve("expected.json").toFile());
    Objects objects = new Objects(folder.resolve("in"));
    List<String> wrong = new ArrayList<>();
    int kindFound = 0;
    for (JsonNode plant : expected.path("plants")) {
      String problem = problem(plant, objects);
      kindFound += isFound(plant, objects) ? 1 : 0;
      if (problem != null) {
        wrong.add(problem + " " + place(plant) + " " + plant.path("label").asText());
      }
    }
    int kindPlanted = expected.path("plants").size();
    planted += kindPlanted;
    found += kindFound;
    expected.path("objects").forEach(object -> wrong.addAll(wrong(object, objects)));
    expected.path("clean").forEach(clean -> wrong.addAll(falsePositives(clean, objects)));
    assertEquals(notReached(name), new TreeSet<>(wrong));
    int allowed = kindPlanted < FEW ? 1 : (int) (kindPlanted * (1 - MIN_FOUND_OF_A_KIND));
    assertTrue(kindPlanted - kindFound <= allowed, kindFound + " of " + kindPlanted);
  }

  @AfterAll
  static void nearlyAllAreFound() {
    assertTrue(found >= planted * MIN_FOUND, found + " of " + planted);
  }

  private static String place(JsonNode entry) {
    return entry.path("file").asText();
  }

  /** Null when the value is found and cannot be read. */
  private static String problem(JsonNode plant, Objects objects) {
    if (!isFound(plant, objects)) {
      return "missed";
    }
    String value = plant.path("value").asText();
    for (RecordRow row : objects.get(place(plant)).records) {
      for (int at = 0; at + READABLE <= value.length(); at++) {
        if (row.body().contains(value.substring(at, at + READABLE))) {
          return "readable";
        }
      }
    }
    return null;
  }

  private static boolean isFound(JsonNode plant, Objects objects) {
    TreeSet<String> fingerprints = new TreeSet<>();
    fingerprints.add(ScannedObject.KEY.fingerprint(plant.path("value").asText()));
    plant
        .path("alt")
        .forEach(other -> fingerprints.add(ScannedObject.KEY.fingerprint(other.asText())));
    return objects.get(place(plant)).findings.stream()
        .anyMatch(row -> fingerprints.contains(row.finding().fingerprint()));
  }

  private static List<String> wrong(JsonNode expected, Objects objects) {
    ObjectRow row = objects.get(place(expected)).object;
    Map<String, String> actual = new TreeMap<>();
    actual.put("format", row.format());
    actual.put("records", Long.toString(row.recordCount()));
    actual.put("status", row.status().id());
    List<String> wrong = new ArrayList<>();
    actual.forEach(
        (member, value) -> {
          if (expected.has(member) && !expected.path(member).asText().equals(value)) {
            wrong.add(member + " " + place(expected) + " " + value);
          }
        });
    return wrong;
  }

  private static List<String> falsePositives(JsonNode clean, Objects objects) {
    List<String> found = new ArrayList<>();
    for (FindingRow row : objects.get(place(clean)).findings) {
      boolean here =
          clean.path("record").isNull() || clean.path("record").asLong() == row.recordIndex();
      if (here && row.finding().confidence() >= MIN_CONFIDENCE && isForbidden(clean, row)) {
        found.add(
            "false positive "
                + place(clean)
                + " "
                + row.recordIndex()
                + " "
                + row.finding().rule());
      }
    }
    return found;
  }

  private static boolean isForbidden(JsonNode clean, FindingRow row) {
    boolean any = clean.path("forbid").isEmpty();
    for (JsonNode prefix : clean.path("forbid")) {
      any |= row.finding().rule().startsWith(prefix.asText());
    }
    return any;
  }

  /** Lines of a folder's name, what is not reached, and why after a number sign. */
  private static Set<String> notReached(String folder) throws IOException {
    TreeSet<String> lines = new TreeSet<>();
    try (var in = CasesTest.class.getResourceAsStream("cases-not-reached.txt")) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      all.lines()
          .filter(line -> line.startsWith(folder + " "))
          .map(line -> line.substring(folder.length() + 1, line.indexOf(" # ")))
          .forEach(lines::add);
    }
    return lines;
  }

  /** The objects of one folder, each scanned once. */
  private static final class Objects {
    private final Path folder;
    private final Map<String, ScannedObject> scanned = new TreeMap<>();

    Objects(Path folder) {
      this.folder = folder;
    }

    ScannedObject get(String file) {
      return scanned.computeIfAbsent(
          file,
          name -> {
            try {
              byte[] bytes = Files.readAllBytes(folder.resolve(name));
              return ScannedObject.of(name, bytes, Limits.defaults());
            } catch (IOException unreadable) {
              throw new UncheckedIOException(unreadable);
            }
          });
    }
  }
}
