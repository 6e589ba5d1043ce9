package dev.telltale.jobs.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.telltale.detection.rules.RuleSet;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * The rule sets that a lake was scanned under, below {@code _telltale/rules}: {@code ID.json} says
 * what decides matches in that set, so that a later set can be compared with it. Driver.
 */
public final class KnownRuleSets {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MATCHING = "matching";

  private final Configuration hadoop;
  private final Path folder;

  public KnownRuleSets(Configuration hadoop, Lake lake) {
    this.hadoop = hadoop;
    this.folder = new Path(lake.root(), "_telltale/rules");
  }

  /** To be called before a scan under these rules. */
  public void remember(RuleSet rules) throws IOException {
    Path file = new Path(folder, rules.id() + ".json");
    if (!files().exists(file)) {
      try (OutputStream out = files().create(file, true)) {
        JSON.writeValue(out, JSON.createObjectNode().put(MATCHING, rules.matchingId()));
      }
    }
  }

  /** The ids of other sets that match the same values; not those that nothing is known of. */
  public List<String> matchingLike(RuleSet rules) throws IOException {
    List<String> ids = new ArrayList<>();
    FileStatus[] found;
    try {
      found = files().listStatus(folder);
    } catch (FileNotFoundException none) {
      return ids;
    }
    for (FileStatus status : found) {
      String id = status.getPath().getName().replaceFirst("\\.json$", "");
      if (!id.equals(rules.id()) && rules.matchingId().equals(matching(status.getPath()))) {
        ids.add(id);
      }
    }
    return ids;
  }

  /** Null where the file does not say: a driver may have died while writing it. */
  private @Nullable String matching(Path file) throws IOException {
    try (InputStream in = files().open(file)) {
      JsonNode known = JSON.readTree(in.readAllBytes());
      return known == null ? null : known.path(MATCHING).asText(null);
    } catch (com.fasterxml.jackson.core.JsonProcessingException torn) {
      return null;
    }
  }

  private FileSystem files() throws IOException {
    return folder.getFileSystem(hadoop);
  }
}
