package dev.telltale.jobs.erasure.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.telltale.jobs.erasure.PlanFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate says, and whether that can be believed: nothing but its file is needed, and
 * the public key of who signed it.
 *
 * @param granted whether it says that nothing was left
 * @param signed whether it has a signature
 * @param planHash of the plan that it is about
 * @param head of the ledger of actions when it was made
 * @param shown what it says, line by line
 * @param problems why it cannot be believed; none if it can
 */
public record CertificateCheck(
    boolean granted,
    boolean signed,
    String planHash,
    String head,
    List<String> shown,
    List<String> problems) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public CertificateCheck {
    shown = List.copyOf(shown);
    problems = List.copyOf(problems);
  }

  /**
   * @param key null where nobody's signature is asked for
   * @throws IllegalArgumentException if it is no certificate at all
   */
  public static CertificateCheck of(byte[] file, @Nullable PublicKey key) {
    Envelope envelope = Envelope.read(file);
    List<String> problems = new ArrayList<>();
    if (!envelope.isIntact()) {
      problems.add("its content does not have the hash that stands beside it");
    }
    if (key != null && !envelope.isSigned()) {
      problems.add("it is not signed");
    } else if (key != null && !envelope.isSignedBy(key)) {
      problems.add("the signature is not of this key, or the content was changed after it");
    }
    JsonNode json;
    try {
      json = JSON.readTree(envelope.payload());
    } catch (IOException noJson) {
      throw new IllegalArgumentException("no certificate", noJson);
    }
    if (json == null || json.path("telltale_erasure_certificate").asInt() != 1) {
      throw new IllegalArgumentException("no certificate of this version");
    }
    figures(json, problems);
    chain(json.path("ledger"), json.path("plan_sha256").asText(), problems);
    return new CertificateCheck(
        json.path("result").asText().equals("granted"),
        envelope.isSigned(),
        json.path("plan_sha256").asText(),
        json.path("ledger").path("head").asText(),
        shown(json),
        problems);
  }

  /** A certificate that grants what its own figures deny was changed. */
  private static void figures(JsonNode json, List<String> problems) {
    JsonNode after = json.path("after");
    long survivors = after.path("survivors").asLong(-1);
    boolean granted = json.path("result").asText().equals("granted");
    boolean allGone =
        after.path("versions_planned").asLong(-1) == after.path("versions_gone").asLong(-2);
    if (granted != (survivors == 0)
        || granted && (!allGone || !json.path("survivors").isEmpty())
        || survivors > 0 && json.path("survivors").isEmpty()) {
      problems.add("its result does not follow from its figures");
    }
  }

  private static void chain(JsonNode ledger, String plan, List<String> problems) {
    @Nullable String previous = null;
    boolean first = true;
    for (JsonNode row : ledger.path("chain")) {
      String canonical = row.path("canonical").asText();
      String hash = PlanFile.hash(canonical.getBytes(StandardCharsets.UTF_8));
      try {
        JsonNode fields = JSON.readTree(canonical);
        String before = fields.path("previous_hash").asText();
        boolean follows = previous == null || previous.equals(before);
        boolean begins = !first || fields.path("plan_hash").asText().equals(plan);
        if (!hash.equals(row.path("row_hash").asText()) || !follows || !begins) {
          problems.add("the rows of the ledger of actions in it were changed");
          return;
        }
      } catch (JsonProcessingException noJson) {
        problems.add("the rows of the ledger of actions in it were changed");
        return;
      }
      previous = hash;
      first = false;
    }
    if (previous != null && !previous.equals(ledger.path("head").asText())) {
      problems.add("the rows of the ledger of actions in it do not end at its head");
    }
  }

  private static List<String> shown(JsonNode json) {
    List<String> shown = new ArrayList<>();
    shown.add("result: " + json.path("result").asText());
    shown.add("issued: " + json.path("issued").asText() + " by " + json.path("issued_by").asText());
    shown.add("plan: " + json.path("plan_sha256").asText());
    List<String> selection = new ArrayList<>();
    json.path("selection").forEach(each -> selection.add(each.asText()));
    shown.add("of: " + String.join(", ", selection));
    shown.add("scope: " + json.path("scope").asText());
    JsonNode after = json.path("after");
    shown.add(
        "versions gone: "
            + after.path("versions_gone").asLong()
            + " of "
            + after.path("versions_planned").asLong()
            + "; scanned again: "
            + after.path("objects_rescanned").asLong()
            + "; files of the lake searched: "
            + after.path("lake_files_searched").asLong());
    json.path("survivors")
        .forEach(
            each ->
                shown.add(
                    "survivor: "
                        + each.path("where").asText()
                        + ": "
                        + each.path("reason").asText()));
    json.path("outside").forEach(each -> shown.add("outside: " + each.asText()));
    return shown;
  }
}
