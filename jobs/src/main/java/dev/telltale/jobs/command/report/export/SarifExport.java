package dev.telltale.jobs.command.report.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.telltale.jobs.settings.ProductVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SARIF 2.1.0 (OASIS). A file holds one run of at most {@link #MAX_RESULTS} results, which is what
 * consumers take; more findings make more files. No snippet, no region: an object is compressed,
 * and what is in it has no line.
 */
final class SarifExport implements FindingsExport {
  /** GitHub's code scanning takes no more in a run. */
  static final int MAX_RESULTS = 25_000;

  private static final Map<String, String> LEVELS =
      Map.of("critical", "error", "high", "error", "medium", "warning", "low", "note");

  /** Of the ranges that consumers call critical, high, medium and low. */
  private static final Map<String, String> SCORES =
      Map.of("critical", "9.5", "high", "8.0", "medium", "5.5", "low", "2.0");

  private final ExportContext context;
  private final RuleWords words = new RuleWords();
  private final Map<String, Integer> rules = new HashMap<>();
  private final Map<String, String> severities = new HashMap<>();
  private final List<String> files = new ArrayList<>();
  private @Nullable JsonGenerator json;
  private int results;

  SarifExport(ExportContext context) {
    this.context = context;
    context.ruleIds().forEach(id -> rules.put(id, rules.size()));
  }

  @Override
  public void add(ExportedFinding finding) throws IOException {
    JsonGenerator out = results == MAX_RESULTS ? next() : current();
    results++;
    severities.putIfAbsent(finding.rule(), finding.severity());
    out.writeStartObject();
    out.writeStringField("ruleId", finding.rule());
    out.writeNumberField("ruleIndex", rules.getOrDefault(finding.rule(), -1));
    out.writeStringField("level", LEVELS.getOrDefault(finding.severity(), "warning"));
    out.writeObjectFieldStart("message");
    out.writeStringField(
        "text",
        words.title(finding.rule())
            + " ("
            + finding.masked()
            + ") in "
            + finding.telemetryType()
            + (finding.emitter().isEmpty() ? "" : " of " + finding.emitter())
            + ", "
            + finding.place());
    out.writeEndObject();
    locations(out, finding);
    out.writeObjectFieldStart("fingerprints");
    out.writeStringField("telltaleFindingId/v1", finding.id());
    out.writeEndObject();
    out.writeObjectFieldStart("partialFingerprints");
    out.writeStringField("telltaleValue/v1", finding.fingerprint());
    out.writeEndObject();
    out.writeNumberField("occurrenceCount", Math.max(1, finding.deliveries()));
    out.writeObjectFieldStart("properties");
    out.writeStringField("severity", finding.severity());
    out.writeStringField("category", finding.category());
    out.writeNumberField("confidence", finding.confidence());
    out.writeStringField("versionId", finding.versionId());
    out.writeNumberField("recordIndex", finding.recordIndex());
    if (finding.exported() != null) {
      out.writeStringField("exportTime", finding.exported().toString());
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void locations(JsonGenerator out, ExportedFinding finding) throws IOException {
    out.writeArrayFieldStart("locations");
    out.writeStartObject();
    out.writeObjectFieldStart("physicalLocation");
    out.writeObjectFieldStart("artifactLocation");
    out.writeStringField("uri", finding.uri());
    out.writeEndObject();
    out.writeEndObject();
    out.writeArrayFieldStart("logicalLocations");
    out.writeStartObject();
    out.writeStringField("fullyQualifiedName", finding.fieldPath());
    out.writeStringField("kind", "property");
    out.writeEndObject();
    out.writeEndArray();
    out.writeEndObject();
    out.writeEndArray();
  }

  private JsonGenerator current() throws IOException {
    return json == null ? begin() : json;
  }

  private JsonGenerator next() throws IOException {
    end();
    return begin();
  }

  private JsonGenerator begin() throws IOException {
    String name = files.isEmpty() ? "findings.sarif" : "findings-" + (files.size() + 1) + ".sarif";
    JsonGenerator out = new JsonFactory().createGenerator(context.folder().open(name));
    files.add(context.folder().place(name));
    results = 0;
    json = out;
    out.writeStartObject();
    out.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    out.writeStringField("version", "2.1.0");
    out.writeArrayFieldStart("runs");
    out.writeStartObject();
    out.writeObjectFieldStart("automationDetails");
    out.writeStringField("id", "telltale/" + files.size());
    out.writeEndObject();
    out.writeArrayFieldStart("results");
    return out;
  }

  /** The rules stand after the results, by which their severities are known. */
  private void end() throws IOException {
    JsonGenerator out = current();
    out.writeEndArray();
    out.writeObjectFieldStart("tool");
    out.writeObjectFieldStart("driver");
    out.writeStringField("name", "Telltale");
    out.writeStringField("version", ProductVersion.text());
    out.writeArrayFieldStart("rules");
    for (String id : context.ruleIds()) {
      rule(out, id);
    }
    out.writeEndArray();
    out.writeEndObject();
    out.writeEndObject();
    out.writeArrayFieldStart("invocations");
    out.writeStartObject();
    out.writeBooleanField("executionSuccessful", true);
    out.writeArrayFieldStart("toolExecutionNotifications");
    for (String fault : context.faults()) {
      out.writeStartObject();
      out.writeStringField("level", "warning");
      out.writeObjectFieldStart("message");
      out.writeStringField("text", fault);
      out.writeEndObject();
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
    out.writeEndArray();
    out.writeObjectFieldStart("properties");
    out.writeNumberField("coverage", context.coverage());
    out.writeEndObject();
    out.writeEndObject();
    out.writeEndArray();
    out.writeEndObject();
    out.close();
    json = null;
  }

  private void rule(JsonGenerator out, String id) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", id);
    for (String part : List.of("shortDescription", "fullDescription", "help")) {
      out.writeObjectFieldStart(part);
      out.writeStringField("text", words.title(id));
      out.writeEndObject();
    }
    String reference = words.reference(id);
    if (reference != null) {
      out.writeStringField("helpUri", reference);
    }
    out.writeObjectFieldStart("properties");
    out.writeStringField(
        "security-severity", SCORES.getOrDefault(severities.getOrDefault(id, "medium"), "5.5"));
    out.writeEndObject();
    out.writeEndObject();
  }

  @Override
  public List<String> finish() throws IOException {
    end();
    return files;
  }
}
