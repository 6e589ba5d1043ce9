package dev.telltale.jobs.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.telltale.scan.ScanRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The head of a manifest as JSON. */
final class ManifestJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ManifestJson() {}

  static void write(Manifest manifest, OutputStream out) throws IOException {
    ObjectNode head = JSON.createObjectNode();
    head.put("run_id", manifest.run().runId());
    head.put("rule_set", manifest.run().ruleSet());
    head.put("started_at", manifest.run().startedAt().toString());
    ArrayNode sources = head.putArray("sources");
    manifest.sources().forEach(sources::add);
    head.put("settings_hash", manifest.settingsHash());
    head.put("fingerprint_key_id", manifest.fingerprintKeyId());
    head.put("include_examples", manifest.includeExamples());
    head.put("findings_only", manifest.findingsOnly());
    head.put("listed", manifest.listed());
    head.put("delete_markers", manifest.deleteMarkers());
    ArrayNode batches = head.putArray("batches");
    for (BatchSize batch : manifest.batches()) {
      batches
          .addObject()
          .put("number", batch.number())
          .put("objects", batch.objects())
          .put("bytes", batch.bytes());
    }
    JSON.writerWithDefaultPrettyPrinter().writeValue(out, head);
  }

  static Manifest read(InputStream in) throws IOException {
    JsonNode head = JSON.readTree(in);
    List<String> sources = new ArrayList<>();
    head.get("sources").forEach(source -> sources.add(source.asText()));
    List<BatchSize> batches = new ArrayList<>();
    head.get("batches")
        .forEach(
            batch ->
                batches.add(
                    new BatchSize(
                        batch.get("number").asInt(),
                        batch.get("objects").asLong(),
                        batch.get("bytes").asLong())));
    return new Manifest(
        new ScanRun(
            head.get("run_id").asText(),
            head.get("rule_set").asText(),
            Instant.parse(head.get("started_at").asText())),
        sources,
        head.get("settings_hash").asText(),
        head.get("fingerprint_key_id").asText(),
        head.get("include_examples").asBoolean(),
        head.path("findings_only").asBoolean(),
        head.get("listed").asLong(),
        head.path("delete_markers").asLong(),
        batches);
  }
}
