package dev.telltale.detection.quality;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The labelled cases, JSON lines in the folder {@code labelled} of the corpus that {@code
 * TELLTALE_CORPUS} names (by default beside the project; a relative name counts from the project's
 * root). The corpus is not part of the project.
 */
final class LabelledCases {
  private LabelledCases() {}

  static Path corpus() {
    String named = System.getenv("TELLTALE_CORPUS");
    return root().resolve(named == null ? "../shared" : named);
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("udfs")) ? here : here.resolve("..").normalize();
  }

  static boolean arePresent() {
    return Files.isDirectory(folder());
  }

  private static Path folder() {
    return corpus().resolve("labelled");
  }

  /** The cases that pass, in the order of files and lines. */
  static List<LabelledCase> matching(Predicate<LabelledCase> filter) {
    List<LabelledCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
        read(file, filter, cases);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("reading labelled cases", broken);
    }
    return cases;
  }

  private static void read(Path file, Predicate<LabelledCase> filter, List<LabelledCase> cases)
      throws IOException {
    ObjectMapper json = new ObjectMapper();
    String name = file.getFileName().toString().replace(".jsonl", "");
    int line = 0;
    for (String text : Files.readAllLines(file)) {
      line++;
      if (!text.isBlank()) {
        LabelledCase found = new LabelledCase(name + ":" + line, json.readTree(text));
        if (filter.test(found)) {
          cases.add(found);
        }
      }
    }
  }
}
