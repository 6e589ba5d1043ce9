package dev.telltale.jobs.command.report.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * AWS Security Finding Format, a request of {@code BatchImportFindings} on each line: {@code aws
 * securityhub batch-import-findings --cli-input-json}. Within the limits of that call (AWS Security
 * Hub User Guide, "Required top-level ASFF attributes"): 100 findings, each of at most 240 kB, and
 * texts of a length.
 *
 * <p>Severity is ours, not what AWS's guidance gives sensitive data in general (informational): a
 * credential that anybody with access to the bucket can use is critical.
 */
final class AsffExport implements FindingsExport {
  /** Findings in a request. */
  static final int MAX_BATCH = 100;

  private static final String NAME = "findings.asff.jsonl";
  private static final int MAX_ID = 512;
  private static final int MAX_TITLE = 256;
  private static final int MAX_DESCRIPTION = 1024;
  private static final int MAX_FIELD = 2048;
  private static final int MAX_PATH = 512;

  private static final Map<String, String> TYPES =
      Map.of(
          "credential", "Passwords",
          "personal", "PII",
          "health", "PII",
          "financial", "Financial",
          "network", "Security",
          "custom", "Business");

  private final ObjectMapper mapper = new ObjectMapper();
  private final RuleWords words = new RuleWords();
  private final ExportContext context;
  private final AsffAccount account;
  private final OutputStream out;
  private ArrayNode batch = mapper.createArrayNode();

  AsffExport(ExportContext context) {
    this.context = context;
    this.account = Objects.requireNonNull(context.account(), "account");
    this.out = context.folder().open(NAME);
  }

  @Override
  public void add(ExportedFinding finding) throws IOException {
    ObjectNode one = batch.addObject();
    one.put("SchemaVersion", "2018-10-08");
    one.put("Id", cut("telltale/" + finding.id(), MAX_ID));
    one.put("ProductArn", account.productArn());
    one.put("GeneratorId", cut("telltale/" + finding.rule(), MAX_ID));
    one.put("AwsAccountId", account.id());
    one.put("CreatedAt", finding.detected().toString());
    one.put("UpdatedAt", finding.detected().toString());
    if (finding.exported() != null) {
      one.put("FirstObservedAt", finding.exported().toString());
    }
    one.put("Title", cut(words.title(finding.rule()) + " in telemetry", MAX_TITLE));
    one.put(
        "Description",
        cut(
            words.title(finding.rule())
                + " ("
                + finding.masked()
                + ") in exported "
                + finding.telemetryType()
                + (finding.emitter().isEmpty() ? "" : " of " + finding.emitter())
                + ", "
                + finding.place(),
            MAX_DESCRIPTION));
    one.putArray("Types")
        .add(
            "Sensitive Data Identifications/" + TYPES.getOrDefault(finding.category(), "Security"));
    one.putObject("Severity").put("Label", finding.severity().toUpperCase(java.util.Locale.ROOT));
    one.put("Confidence", Math.round(finding.confidence() * 100));
    one.put("RecordState", "ACTIVE");
    one.putObject("Workflow").put("Status", "NEW");
    resource(one.putArray("Resources").addObject(), finding);
    ObjectNode fields = one.putObject("ProductFields");
    fields.put("telltale/fingerprint", finding.fingerprint());
    fields.put("telltale/masked", cut(finding.masked(), MAX_FIELD));
    fields.put("telltale/fieldPath", cut(finding.fieldPath(), MAX_FIELD));
    fields.put("telltale/telemetryType", finding.telemetryType());
    fields.put("telltale/deliveries", Integer.toString(finding.deliveries()));
    if (!finding.emitter().isEmpty()) {
      fields.put("telltale/emitter", cut(finding.emitter(), MAX_FIELD));
    }
    if (batch.size() == MAX_BATCH) {
      flush();
    }
  }

  private void resource(ObjectNode resource, ExportedFinding finding) {
    resource.put("Type", finding.isInBucket() ? "AwsS3Object" : "Other");
    resource.put(
        "Id",
        cut(
            finding.isInBucket()
                ? "arn:"
                    + account.partition()
                    + ":s3:::"
                    + finding.bucket()
                    + "/"
                    + finding.objectKey()
                : finding.uri(),
            MAX_ID));
    resource.put("Partition", account.partition());
    resource.put("Region", account.region());
    if (finding.isInBucket()) {
      ObjectNode object = resource.putObject("Details").putObject("AwsS3Object");
      object.put("ETag", finding.etag());
      if (!finding.versionId().isEmpty()) {
        object.put("VersionId", finding.versionId());
      }
    }
    ObjectNode result = resource.putObject("DataClassification").putObject("Result");
    result.putObject("Status").put("Code", "COMPLETE");
    ObjectNode data = result.putArray("SensitiveData").addObject();
    data.put("Category", finding.category().toUpperCase(java.util.Locale.ROOT));
    data.put("TotalCount", 1);
    ObjectNode detection = data.putArray("Detections").addObject();
    detection.put("Type", finding.rule());
    detection.put("Count", 1);
    if (finding.recordIndex() >= 0) {
      detection
          .putObject("Occurrences")
          .putArray("Records")
          .addObject()
          .put("JsonPath", cut(finding.fieldPath(), MAX_PATH))
          .put("RecordIndex", finding.recordIndex());
    }
  }

  private static String cut(String text, int max) {
    return text.codePointCount(0, text.length()) <= max
        ? text
        : text.substring(0, text.offsetByCodePoints(0, max - 1)) + "…";
  }

  private void flush() throws IOException {
    ObjectNode request = mapper.createObjectNode();
    request.set("Findings", batch);
    out.write((mapper.writeValueAsString(request) + "\n").getBytes(StandardCharsets.UTF_8));
    batch = mapper.createArrayNode();
  }

  @Override
  public List<String> finish() throws IOException {
    if (!batch.isEmpty()) {
      flush();
    }
    out.close();
    return List.of(context.folder().place(NAME));
  }
}
