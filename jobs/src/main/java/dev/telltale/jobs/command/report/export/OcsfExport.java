package dev.telltale.jobs.command.report.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.telltale.jobs.settings.ProductVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * OCSF 1.6.0, Data Security Finding (class 2006), an event on each line. What the class has no
 * place for is in {@code unmapped}; {@code value} and {@code pattern_match} are left out.
 */
final class OcsfExport implements FindingsExport {
  private static final String NAME = "findings.ocsf.jsonl";
  private static final int CLASS = 2006;
  private static final int CREATED = 1;

  private static final Map<String, Integer> SEVERITIES =
      Map.of("low", 2, "medium", 3, "high", 4, "critical", 5);

  /** Personal, financial, security, and business for a team's own rules. */
  private static final Map<String, Integer> CATEGORIES =
      Map.of(
          "personal", 1, "health", 1, "financial", 3, "credential", 6, "network", 6, "custom", 4);

  private final ExportContext context;
  private final RuleWords words = new RuleWords();
  private final OutputStream out;
  private final JsonFactory factory = new JsonFactory();

  OcsfExport(ExportContext context) {
    this.context = context;
    this.out = context.folder().open(NAME);
    factory.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    factory.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
  }

  @Override
  public void add(ExportedFinding finding) throws IOException {
    try (JsonGenerator json = factory.createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("category_uid", 2);
      json.writeStringField("category_name", "Findings");
      json.writeNumberField("class_uid", CLASS);
      json.writeStringField("class_name", "Data Security Finding");
      json.writeNumberField("activity_id", CREATED);
      json.writeNumberField("type_uid", CLASS * 100 + CREATED);
      json.writeNumberField("severity_id", SEVERITIES.getOrDefault(finding.severity(), 99));
      json.writeStringField("severity", finding.severity());
      json.writeNumberField("status_id", 1);
      json.writeNumberField("time", finding.detected().toEpochMilli());
      json.writeNumberField("confidence_id", confidence(finding.confidence()));
      json.writeStringField("message", words.title(finding.rule()) + " in " + finding.uri());
      metadata(json);
      finding(json, finding);
      security(json, finding);
      bucket(json, finding);
      json.writeObjectFieldStart("unmapped");
      json.writeStringField("fingerprint", finding.fingerprint());
      json.writeStringField("masked", finding.masked());
      json.writeStringField("telemetry_type", finding.telemetryType());
      json.writeStringField("emitter", finding.emitter());
      json.writeStringField("field_path", finding.fieldPath());
      json.writeNumberField("record_index", finding.recordIndex());
      json.writeNumberField("deliveries", finding.deliveries());
      json.writeEndObject();
      json.writeEndObject();
    }
    out.write("\n".getBytes(StandardCharsets.UTF_8));
  }

  private static int confidence(double confidence) {
    if (confidence >= 0.9) {
      return 3;
    }
    return confidence >= 0.5 ? 2 : 1;
  }

  private static void metadata(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("metadata");
    json.writeStringField("version", "1.6.0");
    json.writeObjectFieldStart("product");
    json.writeStringField("name", "Telltale");
    json.writeStringField("version", ProductVersion.text());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void finding(JsonGenerator json, ExportedFinding finding) throws IOException {
    json.writeObjectFieldStart("finding_info");
    json.writeStringField("uid", finding.id());
    json.writeStringField("title", words.title(finding.rule()));
    json.writeNumberField("created_time", finding.detected().toEpochMilli());
    if (finding.exported() != null) {
      json.writeNumberField("first_seen_time", finding.exported().toEpochMilli());
    }
    json.writeArrayFieldStart("types");
    json.writeString(finding.category());
    json.writeEndArray();
    json.writeObjectFieldStart("analytic");
    json.writeNumberField("type_id", 1);
    json.writeStringField("uid", finding.rule());
    json.writeStringField("name", words.title(finding.rule()));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void security(JsonGenerator json, ExportedFinding finding) throws IOException {
    json.writeObjectFieldStart("data_security");
    json.writeNumberField("category_id", CATEGORIES.getOrDefault(finding.category(), 99));
    json.writeNumberField("data_lifecycle_state_id", 1);
    json.writeNumberField("detection_system_id", 4);
    json.writeArrayFieldStart("discovery_details");
    json.writeStartObject();
    json.writeStringField("type", finding.rule());
    json.writeNumberField("count", 1);
    json.writeObjectFieldStart("occurrence_details");
    json.writeStringField("json_path", finding.fieldPath());
    if (finding.recordIndex() >= 0 && finding.recordIndex() <= Integer.MAX_VALUE) {
      json.writeNumberField("record_index_in_array", finding.recordIndex());
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void bucket(JsonGenerator json, ExportedFinding finding) throws IOException {
    json.writeObjectFieldStart("databucket");
    json.writeNumberField("type_id", finding.isInBucket() ? 1 : 99);
    json.writeStringField("name", finding.bucket());
    if (finding.isInBucket()) {
      json.writeStringField("uid", "arn:aws:s3:::" + finding.bucket());
    }
    json.writeObjectFieldStart("file");
    json.writeNumberField("type_id", 1);
    json.writeStringField("name", finding.objectKey());
    json.writeStringField("uri", finding.uri());
    if (!finding.versionId().isEmpty()) {
      json.writeStringField("version", finding.versionId());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  @Override
  public List<String> finish() throws IOException {
    out.close();
    return List.of(context.folder().place(NAME));
  }
}
