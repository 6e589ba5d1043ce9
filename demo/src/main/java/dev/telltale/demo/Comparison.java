package dev.telltale.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.telltale.demo.leaks.ExportTruth;
import dev.telltale.demo.leaks.Leak;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a scan found in the generated export, compared with what was planted in it. */
final class Comparison {
  /** The rows that a comparison is made of. */
  static final String QUERY =
      "SELECT object_key, rule, fingerprint, size(encodings) AS depth,"
          + " export_date IS NOT NULL AS dated FROM findings";

  private static final int MAX_PLACES = 12;

  private final ExportTruth truth;
  private final List<JsonNode> findings;
  private final Set<String> unplanted = new HashSet<>();
  private int missed;

  Comparison(ExportTruth truth, List<JsonNode> findings, FingerprintKeyFile key) {
    this.truth = truth;
    this.findings = findings;
    Set<String> found = new HashSet<>();
    for (JsonNode row : findings) {
      found.add(place(text(row, "object_key"), text(row, "rule"), text(row, "fingerprint")));
    }
    unplanted.addAll(found);
    for (Leak leak : truth.leaks()) {
      String place = place(leak.objectKey(), leak.rule(), key.fingerprint(leak.reveal()));
      missed += found.contains(place) ? 0 : 1;
      unplanted.remove(place);
    }
  }

  private static String place(String objectKey, String rule, String fingerprint) {
    return objectKey + "\n" + rule + "\n" + fingerprint;
  }

  private static String text(JsonNode row, String column) {
    return row.path(column).asText();
  }

  String text() {
    int planted = truth.leaks().size();
    return "\nPlanted   "
        + Amounts.count(planted, "leak")
        + " in the generated export: "
        + Amounts.count(planted - missed)
        + " found, "
        + Amounts.count(missed)
        + " missed; "
        + Amounts.count(unplanted.size(), "report")
        + " that nobody planted; "
        + Amounts.count(truth.decoys().size(), "decoy")
        + " were there to mislead\n";
  }

  /** The key of a small object that shows what inspect can do: a deep encoding, few findings. */
  String worthInspecting() {
    Map<String, List<JsonNode>> objects =
        findings.stream()
            .filter(row -> row.path("dated").asBoolean())
            .collect(Collectors.groupingBy(row -> text(row, "object_key")));
    Comparator<Map.Entry<String, List<JsonNode>>> deepest =
        Comparator.comparingInt(object -> -depth(object.getValue()));
    return objects.entrySet().stream()
        .filter(object -> object.getValue().size() <= MAX_PLACES)
        .min(
            deepest
                .thenComparingInt(object -> -object.getValue().size())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static int depth(List<JsonNode> findings) {
    return findings.stream().mapToInt(row -> row.path("depth").asInt()).max().orElse(0);
  }
}
