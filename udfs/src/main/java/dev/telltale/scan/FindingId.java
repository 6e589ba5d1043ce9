package dev.telltale.scan;

import dev.telltale.detection.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The stable id of a finding: a hash over object version, place, rule and fingerprint. */
final class FindingId {
  private FindingId() {}

  static String of(ObjectRef ref, long recordIndex, Finding finding) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      part(digest, ref.bucket());
      part(digest, ref.key());
      part(digest, ref.versionId() == null ? "" : ref.versionId());
      part(digest, ref.etag());
      part(digest, Long.toString(recordIndex));
      part(digest, finding.rule());
      part(digest, finding.fieldPath());
      part(digest, finding.start() + "+" + finding.length());
      part(digest, finding.fingerprint());
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every Java", impossible);
    }
  }

  private static void part(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
