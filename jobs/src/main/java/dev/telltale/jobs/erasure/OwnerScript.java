package dev.telltale.jobs.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The deletions of a plan as commands of the AWS CLI, for the owner of a bucket who does not run
 * Telltale. What has to be rewritten is not in it: no command line replaces a leaf.
 */
public final class OwnerScript {
  /** Entries of one command: keys have up to 1,024 bytes, an argument at most 128 KiB. */
  private static final int MAX_ENTRIES = 50;

  private static final ObjectMapper JSON = new ObjectMapper();

  private OwnerScript() {}

  /** A line each, of a POSIX shell. */
  public static List<String> of(List<PlannedKey> keys, List<PlannedUpload> uploads) {
    List<String> lines = new ArrayList<>();
    Map<String, ArrayNode> open = new TreeMap<>();
    for (PlannedKey key : keys) {
      if (key.bucket().startsWith("file:")) {
        continue;
      }
      for (PlannedVersion version : key.versions()) {
        if (version.action() == PlannedAction.DELETE) {
          add(open, lines, key, version.versionId());
        }
      }
      if (key.goesWhole()) {
        key.markers().forEach(marker -> add(open, lines, key, marker));
      }
    }
    open.forEach((bucket, entries) -> lines.add(command(bucket, entries)));
    for (PlannedUpload upload : uploads) {
      lines.add(
          "aws s3api abort-multipart-upload --bucket "
              + quoted(upload.bucket())
              + " --key "
              + quoted(upload.key())
              + " --upload-id "
              + quoted(upload.uploadId()));
    }
    return lines;
  }

  private static void add(
      Map<String, ArrayNode> open,
      List<String> lines,
      PlannedKey key,
      @org.jspecify.annotations.Nullable String version) {
    ArrayNode entries = open.computeIfAbsent(key.bucket(), any -> JSON.createArrayNode());
    ObjectNode entry = entries.addObject().put("Key", key.key());
    if (version != null) {
      entry.put("VersionId", version);
    }
    if (entries.size() == MAX_ENTRIES) {
      lines.add(command(key.bucket(), entries));
      open.remove(key.bucket());
    }
  }

  private static String command(String bucket, ArrayNode entries) {
    try {
      String delete =
          JSON.writeValueAsString(
              JSON.createObjectNode().put("Quiet", true).set("Objects", entries));
      return "aws s3api delete-objects --bucket " + quoted(bucket) + " --delete " + quoted(delete);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of JSON can be written", impossible);
    }
  }

  /** One word of a POSIX shell, whatever is in it. */
  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
