package dev.telltale.jobs.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.ScanRun;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The manifests of a lake, as JSON lines below {@code _telltale/manifests}: a line for the run,
 * then a line an object. A finished run's manifest is renamed by a marker beside it and kept as
 * evidence.
 */
public final class ManifestStore {
  private static final String SUFFIX = ".jsonl";
  private static final String FINISHED = ".finished";

  private final Configuration hadoop;
  private final Path folder;
  private final ObjectMapper json = new ObjectMapper();

  public ManifestStore(Configuration hadoop, String lake) {
    this.hadoop = hadoop;
    this.folder = new Path(lake, "_telltale/manifests");
  }

  /** Fails now rather than after the scan if the lake cannot be written. */
  public void probe() throws IOException {
    Path probe = new Path(folder, "probe");
    files().mkdirs(folder);
    files().create(probe, true).close();
    files().delete(probe, false);
  }

  public void freeze(Manifest manifest) throws IOException {
    Path file = file(manifest.run().runId(), SUFFIX);
    try (OutputStream out = files().create(file, false)) {
      write(manifest, out);
    }
  }

  public void finish(String runId) throws IOException {
    try (OutputStream out = files().create(file(runId, FINISHED), true)) {
      out.write('\n');
    }
  }

  /** Runs that were frozen and never finished, the oldest first. */
  public List<Manifest> unfinished() throws IOException {
    FileStatus[] found;
    try {
      found = files().listStatus(folder);
    } catch (FileNotFoundException none) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (FileStatus status : found) {
      names.add(status.getPath().getName());
    }
    List<Manifest> manifests = new ArrayList<>();
    for (String name : names.stream().sorted().toList()) {
      if (name.endsWith(SUFFIX)) {
        String runId = name.substring(0, name.length() - SUFFIX.length());
        if (!names.contains(runId + FINISHED)) {
          manifests.add(read(file(runId, SUFFIX)));
        }
      }
    }
    return manifests;
  }

  private Path file(String runId, String suffix) {
    return new Path(folder, runId + suffix);
  }

  private FileSystem files() throws IOException {
    return folder.getFileSystem(hadoop);
  }

  private static void write(Manifest manifest, OutputStream out) throws IOException {
    try (JsonGenerator lines = new JsonFactory().createGenerator(out)) {
      lines.setRootValueSeparator(new com.fasterxml.jackson.core.io.SerializedString("\n"));
      lines.writeStartObject();
      lines.writeStringField("run_id", manifest.run().runId());
      lines.writeStringField("rule_set", manifest.run().ruleSet());
      lines.writeStringField("started_at", manifest.run().startedAt().toString());
      lines.writeArrayFieldStart("sources");
      for (String source : manifest.sources()) {
        lines.writeString(source);
      }
      lines.writeEndArray();
      lines.writeStringField("settings_hash", manifest.settingsHash());
      lines.writeStringField("fingerprint_key_id", manifest.fingerprintKeyId());
      lines.writeBooleanField("include_examples", manifest.includeExamples());
      lines.writeNumberField("task_bytes", manifest.taskBytes());
      lines.writeNumberField("batch_bytes", manifest.batchBytes());
      lines.writeNumberField("listed", manifest.listed());
      lines.writeNumberField("objects", manifest.objects().size());
      lines.writeEndObject();
      for (ObjectRef object : manifest.objects()) {
        lines.writeStartObject();
        lines.writeStringField("bucket", object.bucket());
        lines.writeStringField("key", object.key());
        if (object.versionId() != null) {
          lines.writeStringField("version_id", object.versionId());
        }
        lines.writeStringField("etag", object.etag());
        lines.writeNumberField("size", object.size());
        lines.writeStringField("last_modified", object.lastModified().toString());
        lines.writeEndObject();
      }
    }
  }

  private Manifest read(Path file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(files().open(file), StandardCharsets.UTF_8))) {
      ObjectNode head = (ObjectNode) json.readTree(lines.readLine());
      List<ObjectRef> objects = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode object = json.readTree(line);
        objects.add(
            new ObjectRef(
                object.get("bucket").asText(),
                object.get("key").asText(),
                object.has("version_id") ? object.get("version_id").asText() : null,
                object.get("etag").asText(),
                object.get("size").asLong(),
                Instant.parse(object.get("last_modified").asText())));
      }
      List<String> sources = new ArrayList<>();
      ((ArrayNode) head.get("sources")).forEach(source -> sources.add(source.asText()));
      return new Manifest(
          new ScanRun(
              head.get("run_id").asText(),
              head.get("rule_set").asText(),
              Instant.parse(head.get("started_at").asText())),
          sources,
          head.get("settings_hash").asText(),
          head.get("fingerprint_key_id").asText(),
          head.get("include_examples").asBoolean(),
          head.get("task_bytes").asLong(),
          head.get("batch_bytes").asLong(),
          head.get("listed").asLong(),
          objects);
    }
  }
}
