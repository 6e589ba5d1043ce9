package dev.telltale.jobs.erasure.proof;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.telltale.jobs.actions.ChainHead;
import dev.telltale.jobs.erasure.ErasurePlan;
import dev.telltale.jobs.erasure.PlanFile;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a proof says, as a file: granted only if nothing is left. Never claims that a medium was
 * sanitised, which the deletion of an object is not (NIST SP 800-88).
 */
public final class Certificate {
  /** Survivors that are written out; all are counted. */
  private static final int MAX_SURVIVORS = 1_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final byte[] payload;

  private Certificate(byte[] payload) {
    this.payload = payload;
  }

  /**
   * @param issuer who looked
   * @param head of the ledger of actions before this certificate
   * @param chain the rows of the ledger from the first one of the plan to the head: what was
   *     hashed, in order; empty if they are too many
   */
  public static Certificate of(
      PlanFile file,
      Evidence evidence,
      String issuer,
      Instant now,
      String version,
      ChainHead head,
      List<LedgerLink> chain) {
    ErasurePlan plan = file.plan();
    ObjectNode json = JSON.createObjectNode();
    json.put("telltale_erasure_certificate", 1);
    json.put("result", evidence.isClean() ? "granted" : "refused");
    json.put("issued", now.toString());
    json.put("issued_by", issuer);
    json.put("tool", "telltale " + version);
    json.put("plan_sha256", file.hash());
    json.put("planned", plan.created());
    json.put("lake", plan.lake());
    texts(json.putArray("selection"), plan.selection());
    texts(json.putArray("cases"), plan.cases());
    json.put(
        "scope",
        plan.ofObjects()
            ? "the objects of the plan"
            : plan.everywhere()
                ? "every place of the values that the lake knew, and what was scanned again"
                : "the places of the plan; the values may be elsewhere");
    json.put("fingerprint_key_id", plan.fingerprintKeyId());
    texts(json.putArray("rule_sets"), plan.ruleSets());
    json.put("rule_set_of_rescan", evidence.ruleSet());
    ObjectNode before = json.putObject("before");
    for (Map.Entry<String, Long> figure : plan.figures().entrySet()) {
      before.put(figure.getKey(), figure.getValue());
    }
    ObjectNode after = json.putObject("after");
    after.put("versions_planned", evidence.versionsPlanned());
    after.put("versions_gone", evidence.versionsGone());
    after.put("objects_rescanned", evidence.objectsRescanned());
    after.put("unfinished_uploads", evidence.uploadsLeft());
    after.put("lake_files_searched", evidence.lakeFiles());
    after.put("lake_rows", evidence.lakeRows());
    after.put("masks_not_searched", evidence.masksLeftOut());
    after.put("survivors", evidence.survivors().size());
    ArrayNode survivors = json.putArray("survivors");
    evidence.survivors().stream()
        .limit(MAX_SURVIVORS)
        .forEach(
            each ->
                survivors
                    .addObject()
                    .put("where", each.where())
                    .put("kind", each.kind())
                    .put("reason", each.reason()));
    texts(json.putArray("outside"), plan.outside());
    texts(
        json.putArray("method"),
        List.of(
            "object versions were deleted by their ids, or replaced, read back and compared",
            "they were listed again and asked for by their ids",
            "what stands under their keys, and the sources that were named, was scanned with the rules"
                + " and the key above",
            "the lake's files were searched for fingerprints and masks, as they are and decoded",
            "the deletion of an object is no sanitisation of a medium (NIST SP 800-88)"));
    ObjectNode ledger = json.putObject("ledger");
    ledger.put("rows", head.rows());
    ledger.put("head", head.hash());
    ArrayNode rows = ledger.putArray("chain");
    for (LedgerLink each : chain) {
      rows.addObject().put("canonical", each.canonical()).put("row_hash", each.rowHash());
    }
    json.put("verify", "telltale erase verify FILE --public-key PEM");
    return new Certificate(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  /** SHA-256 of what is signed, in lower-case hex. */
  public String hash() {
    return PlanFile.hash(payload);
  }

  /**
   * The bytes of the file.
   *
   * @param key null to leave it unsigned
   */
  public byte[] sealed(@Nullable PrivateKey key) {
    return Envelope.sealed(payload, key);
  }

  @Override
  public String toString() {
    return "certificate of " + payload.length + " bytes";
  }
}
