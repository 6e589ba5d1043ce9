package dev.telltale.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of the fingerprints as the contract of the scan has it: the bytes of a file or variable
 * without a trailing newline; HMAC-SHA256 (RFC 2104) of a value's UTF-8. Written anew here, so that
 * the truth does not rest on the code that it judges. Not thread-safe.
 */
final class FingerprintKeyFile {
  private static final String FILE = "file:";
  private static final String VARIABLE = "env:";
  private static final String HMAC = "HmacSHA256";

  private final Mac mac;

  private FingerprintKeyFile(byte[] key) {
    try {
      mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HMAC-SHA256 is part of every Java", impossible);
    }
  }

  static boolean isPlace(String place) {
    return place.startsWith(FILE) || place.startsWith(VARIABLE);
  }

  /**
   * Reads the key with which the scan has just worked.
   *
   * @param place a {@code file:} URI or {@code env:NAME}; null for the user's own key
   */
  static FingerprintKeyFile read(String place) throws IOException {
    return new FingerprintKeyFile(withoutLineEnd(bytes(place)));
  }

  private static byte[] bytes(String place) throws IOException {
    if (place == null) {
      return Files.readAllBytes(
          Path.of(System.getProperty("user.home"), ".config", "telltale", "fingerprint.key"));
    }
    if (place.startsWith(VARIABLE)) {
      return System.getenv(place.substring(VARIABLE.length())).getBytes(UTF_8);
    }
    return Files.readAllBytes(Path.of(new org.apache.hadoop.fs.Path(place).toUri().getPath()));
  }

  private static byte[] withoutLineEnd(byte[] bytes) {
    int end = bytes.length;
    if (end > 0 && bytes[end - 1] == '\n') {
      end--;
    }
    if (end > 0 && bytes[end - 1] == '\r') {
      end--;
    }
    return Arrays.copyOf(bytes, end);
  }

  /** Lower-case hex, 64 digits. */
  String fingerprint(String value) {
    return HexFormat.of().formatHex(mac.doFinal(value.getBytes(UTF_8)));
  }
}
