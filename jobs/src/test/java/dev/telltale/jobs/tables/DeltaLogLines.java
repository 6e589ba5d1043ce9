package dev.telltale.jobs.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The actions in the log of a table on local disk, read without Delta. */
final class DeltaLogLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DeltaLogLines() {}

  /** All commits in their order; each is the list of its actions. */
  static List<List<JsonNode>> commits(String lake, LakeTable table) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(Path.of(lake, table.id(), "_delta_log"))) {
      files =
          found.filter(file -> file.toString().matches(".*/[0-9]{20}\\.json")).sorted().toList();
    }
    List<List<JsonNode>> commits = new ArrayList<>();
    for (Path file : files) {
      List<JsonNode> actions = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        actions.add(JSON.readTree(line));
      }
      commits.add(actions);
    }
    return commits;
  }

  /** The files that a commit added. */
  static List<JsonNode> added(List<JsonNode> commit) {
    return commit.stream().filter(action -> action.has("add")).map(a -> a.get("add")).toList();
  }

  /** The statistics of a file that was added. */
  static JsonNode statistics(JsonNode add) throws IOException {
    return JSON.readTree(add.get("stats").asText());
  }
}
