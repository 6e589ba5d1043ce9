package dev.telltale.detection.finding;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The key of all fingerprints: the same value gives the same fingerprint wherever it is found, and
 * nobody without the key can search for the value. Crosses to executors in a broadcast, never in a
 * setting. HMAC-SHA256: RFC 2104.
 */
public final class FingerprintKey implements Serializable {
  private static final long serialVersionUID = 1L;

  private final byte[] key;
  private transient @Nullable Mac mac;

  private FingerprintKey(byte[] key) {
    this.key = key;
  }

  /**
   * Takes the bytes of a file or variable; one trailing newline is stripped.
   *
   * @throws IllegalArgumentException if fewer than 16 bytes remain
   */
  public static FingerprintKey of(byte[] bytes) {
    int end = bytes.length;
    if (end > 0 && bytes[end - 1] == '\n') {
      end--;
    }
    if (end > 0 && bytes[end - 1] == '\r') {
      end--;
    }
    if (end < 16) {
      throw new IllegalArgumentException(
          "a fingerprint key needs at least 16 bytes, this one has " + end);
    }
    return new FingerprintKey(Arrays.copyOf(bytes, end));
  }

  /**
   * First 8 hex digits of the SHA-256 of the key: distinguishes keys, reveals nothing about the
   * key.
   */
  public String id() {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(key))
          .substring(0, 8);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("SHA-256 is part of every Java", impossible);
    }
  }

  /** The digest of a normalised value of a list: another one than its fingerprint. */
  public String digest(String normal) {
    return fingerprint("telltale digest\n" + normal);
  }

  /** Lower-case hex, 64 digits. */
  public synchronized String fingerprint(String value) {
    try {
      if (mac == null) {
        mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
      }
      return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HMAC-SHA256 is part of every Java", impossible);
    }
  }

  @Override
  public String toString() {
    return "fingerprint key " + id();
  }
}
