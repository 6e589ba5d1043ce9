package dev.telltale.jobs.leaks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.demo.telemetry.Packing;
import dev.telltale.demo.values.SensitiveValues;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Row;

/**
 * An export in which each object holds four sensitive values, each of them once under a name that
 * gives it away and once, in some places before that, in the text of a harmless message.
 */
final class CanaryExport {
  private static final int VALUES = 4;

  /** What telemetry calls the values of a rule, and how it writes them. */
  private static final Map<String, List<String>> CONTEXTS =
      Map.ofEntries(
          Map.entry("aws.access-key-id", List.of("aws_access_key_id", "%s")),
          Map.entry("aws.secret-access-key", List.of("aws_secret_access_key", "%s")),
          Map.entry("github.token", List.of("github_token", "%s")),
          Map.entry("gitlab.token", List.of("gitlab_token", "%s")),
          Map.entry("slack.token", List.of("slack_token", "%s")),
          Map.entry("stripe.secret-key", List.of("stripe_key", "%s")),
          Map.entry("google.api-key", List.of("google_api_key", "%s")),
          Map.entry("npm.token", List.of("npm_token", "%s")),
          Map.entry("openai.api-key", List.of("openai_api_key", "%s")),
          Map.entry("jwt.token", List.of("id_token", "%s")),
          Map.entry("pem.private-key", List.of("private_key", "%s")),
          Map.entry("http.bearer-token", List.of("authorization", "Bearer %s")),
          Map.entry(
              "uri.password",
              List.of("database_url", "postgres://app:%s@db.norvikfreight.com:5432/app")),
          Map.entry("generic.secret", List.of("client_secret", "%s")),
          Map.entry("generic.password", List.of("password", "%s")),
          Map.entry("pii.email", List.of("email", "%s")),
          Map.entry("pii.phone", List.of("phone_number", "%s")),
          Map.entry("pii.us-ssn", List.of("ssn", "%s")),
          Map.entry("finance.card", List.of("card_number", "%s")),
          Map.entry("finance.iban", List.of("iban", "%s")),
          Map.entry("network.ipv4", List.of("client_ip", "%s")),
          Map.entry("network.ipv6", List.of("remote_ip", "%s")),
          Map.entry("network.mac", List.of("mac_address", "%s")),
          Map.entry("health.uk-nhs-number", List.of("nhs_number", "%s")),
          Map.entry("pii.uk-nino", List.of("national_insurance_number", "%s")),
          Map.entry("pii.fr-nir", List.of("numero_securite_sociale", "%s")),
          Map.entry("pii.br-cpf", List.of("cpf", "%s")),
          Map.entry("pii.es-dni", List.of("dni", "%s")));

  private static final List<UnaryOperator<byte[]>> PACKINGS =
      List.of(
          UnaryOperator.identity(),
          Packing::gzip,
          Packing::zstd,
          bytes -> Packing.zip(Map.of("part-0", bytes)),
          Packing::snappyFramed);

  private final List<PlantedValue> canaries = new ArrayList<>();
  private int objects;

  /** Writes the objects below a folder: each format twice. */
  CanaryExport(Path folder, long seed) throws IOException {
    SensitiveValues values = new SensitiveValues(new Random(seed));
    List<String> rules = new ArrayList<>(CONTEXTS.keySet());
    Collections.sort(rules);
    int next = 0;
    for (int round = 0; round < 2; round++) {
      for (Map.Entry<String, CanaryFormats.Format> format : CanaryFormats.all().entrySet()) {
        String key = "exports/%s-%d".formatted(format.getKey(), round);
        List<CanaryFormats.Named> texts = new ArrayList<>();
        int planted = 0;
        while (planted < VALUES) {
          String rule = rules.get(next % rules.size());
          next++;
          if (rule.equals("pem.private-key") && !CanaryFormats.holdsLines(format.getKey())) {
            continue;
          }
          String value = values.of(rule);
          plant(texts, CONTEXTS.get(rule), value, (planted + round) % 2 == 0);
          canaries.add(new PlantedValue(rule, value, key));
          planted++;
        }
        Path file = folder.resolve(key);
        Files.createDirectories(file.getParent());
        byte[] bytes = format.getValue().write(texts);
        Files.write(file, PACKINGS.get(objects % PACKINGS.size()).apply(bytes));
        objects++;
      }
    }
  }

  private static void plant(
      List<CanaryFormats.Named> texts, List<String> context, String value, boolean before) {
    CanaryFormats.Named bare =
        new CanaryFormats.Named("note_" + texts.size(), "retry " + value + " later");
    CanaryFormats.Named named =
        new CanaryFormats.Named(context.get(0), context.get(1).formatted(value));
    texts.add(before ? bare : named);
    texts.add(before ? named : bare);
  }

  List<PlantedValue> canaries() {
    return canaries;
  }

  /** That each value is a finding at both of its places. */
  void assertFound(Lake lake, FingerprintKey key) {
    Map<String, Integer> places = new HashMap<>();
    for (Row row :
        lake.read(LakeTable.FINDINGS).select("object_key", "fingerprint").collectAsList()) {
      places.merge(row.getString(0) + " " + row.getString(1), 1, Integer::sum);
    }
    List<String> missed = new ArrayList<>();
    for (PlantedValue canary : canaries) {
      int found = places.getOrDefault(canary.object() + " " + key.fingerprint(canary.reveal()), 0);
      if (found < 2) {
        missed.add(canary + " at " + found + " places");
      }
    }
    assertTrue(missed.isEmpty(), () -> missed.size() + ":\n" + String.join("\n", missed));
  }

  int objects() {
    return objects;
  }
}
