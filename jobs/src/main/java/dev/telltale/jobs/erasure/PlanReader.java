package dev.telltale.jobs.erasure;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what {@link PlanWriter} wrote: one key at a time, for a plan may have many. */
final class PlanReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PlanReader() {}

  /**
   * @throws IllegalArgumentException if it is JSON, but no plan of this version
   */
  static ErasurePlan read(byte[] bytes) throws IOException {
    ObjectNode head = JSON.createObjectNode();
    List<PlannedKey> keys = new ArrayList<>();
    try (JsonParser parser = JSON.getFactory().createParser(bytes)) {
      require(parser.nextToken() == JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken begin = parser.nextToken();
        if (name.equals("keys")) {
          require(begin == JsonToken.START_ARRAY);
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            keys.add(key(JSON.readTree(parser)));
          }
        } else {
          head.set(name, JSON.readTree(parser));
        }
      }
    }
    require(head.path("telltale_erasure_plan").asInt() == PlanWriter.FORMAT);
    return plan(head, keys);
  }

  private static ErasurePlan plan(JsonNode head, List<PlannedKey> keys) {
    return new ErasurePlan(
        text(head, "created"),
        text(head, "telltale_version"),
        text(head, "lake"),
        text(head, "fingerprint_key_id"),
        texts(head, "rule_sets"),
        texts(head, "selection"),
        texts(head, "cases"),
        head.path("everywhere").asBoolean(),
        head.path("elsewhere").asLong(),
        head.path("online").asBoolean(),
        list(
            head,
            "targets",
            each ->
                new Target(
                    text(each, "fingerprint"),
                    text(each, "masked"),
                    text(each, "rule"),
                    list(each, "lengths", JsonNode::asInt))),
        list(
            head,
            "buckets",
            each ->
                new BucketFacts(
                    text(each, "bucket"),
                    text(each, "versioning"),
                    text(each, "mfa_delete"),
                    text(each, "object_lock"),
                    texts(each, "lifecycle"),
                    texts(each, "replication"),
                    texts(each, "traces"))),
        keys,
        list(
            head,
            "uploads",
            each ->
                new PlannedUpload(
                    text(each, "bucket"),
                    text(each, "key"),
                    text(each, "upload_id"),
                    text(each, "initiated"))),
        list(
            head,
            "downstream",
            each ->
                new CopyRequest(
                    text(each, "telemetry_type"),
                    text(each, "destination"),
                    text(each, "kept"),
                    each.path("places").asLong())),
        texts(head, "outside"));
  }

  private static PlannedKey key(JsonNode key) {
    return new PlannedKey(
        text(key, "bucket"),
        text(key, "key"),
        optional(key, "telemetry_type"),
        list(key, "versions", PlanReader::version),
        texts(key, "markers"));
  }

  private static PlannedVersion version(JsonNode version) {
    return new PlannedVersion(
        optional(version, "version_id"),
        optional(version, "lake_version_id"),
        text(version, "etag"),
        version.path("size").asLong(),
        text(version, "state"),
        PlannedAction.of(text(version, "action")),
        text(version, "reason"),
        version.path("records").asLong(),
        version.path("target_records").asLong(),
        version.path("leaves").asLong(),
        optional(version, "storage_class"),
        text(version, "lock"));
  }

  private static <T> List<T> list(JsonNode tree, String name, Function<JsonNode, T> reader) {
    require(tree.path(name).isArray());
    List<T> list = new ArrayList<>();
    tree.path(name).forEach(each -> list.add(reader.apply(each)));
    return list;
  }

  private static List<String> texts(JsonNode tree, String name) {
    return list(tree, name, JsonNode::asText);
  }

  private static String text(JsonNode tree, String name) {
    require(tree.path(name).isTextual());
    return tree.path(name).asText();
  }

  private static @Nullable String optional(JsonNode tree, String name) {
    return tree.hasNonNull(name) ? tree.path(name).asText() : null;
  }

  private static void require(boolean asWritten) {
    if (!asWritten) {
      throw new IllegalArgumentException("no erasure plan");
    }
  }
}
