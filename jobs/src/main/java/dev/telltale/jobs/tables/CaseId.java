package dev.telltale.jobs.tables;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The id that the view {@code case_findings} gives to the case of a value. */
public final class CaseId {
  private static final int DIGITS = 12;

  private CaseId() {}

  /**
   * @param fingerprint of the value, 64 hexadecimal digits
   */
  public static String ofValue(String fingerprint) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(("value " + fingerprint).getBytes(StandardCharsets.UTF_8));
      return "case-" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every Java", impossible);
    }
  }
}
