package dev.telltale.detection.finding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The key of all fingerprints: the same value gives the same fingerprint wherever it is found, and
 * nobody without the key can search for the value. HMAC-SHA256: RFC 2104.
 *
 * <p>Deliberately not serialisable: what is serialised may end on a disk. It leaves this process
 * only {@linkplain #sealed sealed} under another key.
 */
public final class FingerprintKey {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String PURPOSE = "telltale: a fingerprint key on its way";

  private final byte[] key;
  private @Nullable Mac mac;

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
   * The key, encrypted: AES-256-GCM under a key that is derived from the given one (HMAC-SHA256),
   * with a nonce of its own.
   */
  public byte[] sealed(byte[] wrapping) {
    try {
      byte[] nonce = new byte[NONCE_BYTES];
      new SecureRandom().nextBytes(nonce);
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, derived(wrapping), new GCMParameterSpec(TAG_BITS, nonce));
      byte[] encrypted = cipher.doFinal(key);
      return ByteBuffer.allocate(NONCE_BYTES + encrypted.length).put(nonce).put(encrypted).array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-GCM is part of every Java", impossible);
    }
  }

  /**
   * The key that was {@linkplain #sealed sealed} under the same wrapping key.
   *
   * @throws IllegalArgumentException if it was sealed under another key, or was changed
   */
  public static FingerprintKey opened(byte[] sealed, byte[] wrapping) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          derived(wrapping),
          new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
      return new FingerprintKey(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
    } catch (GeneralSecurityException | IllegalArgumentException foreign) {
      throw new IllegalArgumentException("the fingerprint key was sealed under another key");
    }
  }

  private static SecretKeySpec derived(byte[] wrapping) throws GeneralSecurityException {
    Mac derivation = Mac.getInstance("HmacSHA256");
    derivation.init(new SecretKeySpec(wrapping, "HmacSHA256"));
    return new SecretKeySpec(derivation.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8)), "AES");
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
