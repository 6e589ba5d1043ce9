package dev.telltale.jobs.actions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

/**
 * One link of the chain. The row hash is SHA-256 over the UTF-8 bytes of {@code canonical}, which
 * stand in the row, so that no later program has to spell them again; the hash of the row before is
 * in them.
 *
 * @param sequence from 0, without gaps
 * @param at to the millisecond
 * @param who did it, as {@code CallerIdentity} says
 * @param canonical the fields before it, and the previous hash, as one JSON object
 */
public record LedgerRow(
    long sequence,
    Instant at,
    String who,
    Action action,
    String canonical,
    String previousHash,
    String rowHash) {
  /** What the first row has for the hash of the row before. */
  public static final String BEGINNING = "0".repeat(64);

  private static final ObjectMapper JSON = new ObjectMapper();

  public LedgerRow {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(canonical, "canonical");
    Objects.requireNonNull(previousHash, "previousHash");
    Objects.requireNonNull(rowHash, "rowHash");
  }

  static LedgerRow next(long sequence, String previousHash, Instant at, String who, Action action) {
    String canonical = fields(sequence, at, who, action, previousHash).toString();
    return new LedgerRow(sequence, at, who, action, canonical, previousHash, hash(canonical));
  }

  /** Whether the columns say what was hashed, and the hash is that of it. */
  boolean isIntact() {
    try {
      return rowHash.equals(hash(canonical))
          && JSON.readTree(canonical).equals(reread(sequence, at, who, action, previousHash));
    } catch (JsonProcessingException changed) {
      return false;
    }
  }

  /** Numbers in the types that a parser gives them. */
  private static ObjectNode reread(
      long sequence, Instant at, String who, Action action, String previousHash)
      throws JsonProcessingException {
    return (ObjectNode) JSON.readTree(fields(sequence, at, who, action, previousHash).toString());
  }

  private static ObjectNode fields(
      long sequence, Instant at, String who, Action action, String previousHash) {
    ObjectNode row = JSON.createObjectNode();
    row.put("sequence", sequence);
    row.put("at", at.toString());
    row.put("who", who);
    row.put("what", action.kind().id());
    row.put("result", action.result().id());
    row.put("plan_hash", action.planHash());
    action.caseIds().forEach(row.putArray("case_ids")::add);
    ActedObject object = action.object();
    if (object != null) {
      row.put("bucket", object.bucket());
      row.put("object_key", object.key());
      row.put("version_id", object.versionId());
      row.put("etag", object.etag());
    }
    ObjectNode details = row.putObject("details");
    for (Map.Entry<String, String> detail : action.details().entrySet()) {
      details.put(detail.getKey(), detail.getValue());
    }
    row.put("previous_hash", previousHash);
    return row;
  }

  private static String hash(String canonical) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(canonical.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
