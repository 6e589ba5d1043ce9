package dev.telltale.jobs.erasure;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a plan: a key on a line, so that two plans can be compared line by line. */
final class PlanWriter {
  static final int FORMAT = 1;

  private final JsonGenerator json;

  private PlanWriter(JsonGenerator json) {
    this.json = json;
  }

  static void write(ErasurePlan plan, OutputStream out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.setPrettyPrinter(new MinimalPrettyPrinter(""));
      new PlanWriter(json).plan(plan);
    }
  }

  private void plan(ErasurePlan plan) throws IOException {
    json.writeStartObject();
    json.writeNumberField("telltale_erasure_plan", FORMAT);
    line();
    json.writeStringField("created", plan.created());
    json.writeStringField("telltale_version", plan.telltaleVersion());
    json.writeStringField("lake", plan.lake());
    json.writeStringField("fingerprint_key_id", plan.fingerprintKeyId());
    texts("rule_sets", plan.ruleSets());
    texts("selection", plan.selection());
    texts("cases", plan.cases());
    json.writeBooleanField("everywhere", plan.everywhere());
    json.writeNumberField("elsewhere", plan.elsewhere());
    json.writeBooleanField("online", plan.online());
    line();
    json.writeObjectFieldStart("figures");
    for (Map.Entry<String, Long> figure : plan.figures().entrySet()) {
      json.writeNumberField(figure.getKey(), figure.getValue());
    }
    json.writeEndObject();
    line();
    json.writeArrayFieldStart("targets");
    for (Target target : plan.targets()) {
      line();
      json.writeStartObject();
      json.writeStringField("fingerprint", target.fingerprint());
      json.writeStringField("masked", target.masked());
      json.writeStringField("rule", target.rule());
      json.writeArrayFieldStart("lengths");
      for (int length : target.lengths()) {
        json.writeNumber(length);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    line();
    json.writeArrayFieldStart("buckets");
    for (BucketFacts bucket : plan.buckets()) {
      line();
      bucket(bucket);
    }
    json.writeEndArray();
    line();
    json.writeArrayFieldStart("keys");
    for (PlannedKey key : plan.keys()) {
      line();
      key(key);
    }
    json.writeEndArray();
    line();
    json.writeArrayFieldStart("uploads");
    for (PlannedUpload upload : plan.uploads()) {
      line();
      json.writeStartObject();
      json.writeStringField("bucket", upload.bucket());
      json.writeStringField("key", upload.key());
      json.writeStringField("upload_id", upload.uploadId());
      json.writeStringField("initiated", upload.initiated());
      json.writeEndObject();
    }
    json.writeEndArray();
    line();
    json.writeArrayFieldStart("downstream");
    for (CopyRequest copy : plan.downstream()) {
      line();
      json.writeStartObject();
      json.writeStringField("telemetry_type", copy.telemetryType());
      json.writeStringField("destination", copy.destination());
      json.writeStringField("kept", copy.kept());
      json.writeNumberField("places", copy.places());
      json.writeEndObject();
    }
    json.writeEndArray();
    line();
    texts("outside", plan.outside());
    line();
    texts("request", DeletionRequest.of(plan).lines().toList());
    line();
    texts("aws_cli", OwnerScript.of(plan.keys(), plan.uploads()));
    line();
    json.writeEndObject();
    line();
  }

  private void bucket(BucketFacts bucket) throws IOException {
    json.writeStartObject();
    json.writeStringField("bucket", bucket.bucket());
    json.writeStringField("versioning", bucket.versioning());
    json.writeStringField("mfa_delete", bucket.mfaDelete());
    json.writeStringField("object_lock", bucket.objectLock());
    texts("lifecycle", bucket.lifecycle());
    texts("replication", bucket.replication());
    texts("traces", bucket.traces());
    json.writeEndObject();
  }

  private void key(PlannedKey key) throws IOException {
    json.writeStartObject();
    json.writeStringField("bucket", key.bucket());
    json.writeStringField("key", key.key());
    text("telemetry_type", key.telemetryType());
    json.writeArrayFieldStart("versions");
    for (PlannedVersion version : key.versions()) {
      json.writeStartObject();
      text("version_id", version.versionId());
      text("lake_version_id", version.lakeVersionId());
      json.writeStringField("etag", version.etag());
      json.writeNumberField("size", version.size());
      json.writeStringField("state", version.state());
      json.writeStringField("action", version.action().id());
      json.writeStringField("reason", version.reason());
      json.writeNumberField("records", version.records());
      json.writeNumberField("target_records", version.targetRecords());
      json.writeNumberField("leaves", version.leaves());
      json.writeNumberField("collateral", Math.round(version.collateral() * 1e4) / 1e4);
      text("storage_class", version.storageClass());
      json.writeStringField("lock", version.lock());
      json.writeEndObject();
    }
    json.writeEndArray();
    texts("markers", key.markers());
    json.writeEndObject();
  }

  private void text(String name, @Nullable String text) throws IOException {
    if (text == null) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, text);
    }
  }

  private void texts(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private void line() throws IOException {
    json.writeRaw('\n');
  }
}
