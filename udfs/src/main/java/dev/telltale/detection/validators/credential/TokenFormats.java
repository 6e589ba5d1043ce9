package dev.telltale.detection.validators.credential;

import com.google.re2j.Pattern;
import dev.telltale.detection.validators.CandidateValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Structure inside issued tokens. */
final class TokenFormats {
  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  /** RFC 7518 section 3.6: nobody has signed it, so that it opens nothing. */
  private static final Pattern UNSIGNED =
      Pattern.compile("\"alg\"\\s{0,8}:\\s{0,8}\"none\"", Pattern.CASE_INSENSITIVE);

  /**
   * RFC 7516 section 3.1: a header that names an {@code enc}, and four parts that cannot be read.
   */
  private static final int JWE_PARTS = 5;

  private TokenFormats() {}

  /**
   * Last six characters = base62 of the CRC-32 of the 30 before them:
   * https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
   */
  static boolean base62Checksum(CandidateValue candidate) {
    String value = candidate.reveal();
    String body = value.substring(value.lastIndexOf('_') + 1);
    if (body.length() != 36) {
      return false;
    }
    CRC32 crc = new CRC32();
    crc.update(body.substring(0, 30).getBytes(StandardCharsets.US_ASCII));
    long rest = crc.getValue();
    StringBuilder check = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      check.insert(0, BASE62.charAt((int) (rest % 62)));
      rest /= 62;
    }
    return body.substring(30).contentEquals(check);
  }

  /** RFC 7519: header and claims decode to JSON objects, the header names an {@code alg}. */
  static boolean jsonWebToken(CandidateValue candidate) {
    String[] parts = candidate.reveal().split("\\.", -1);
    String header = decode(parts[0]);
    if (parts.length == JWE_PARTS) {
      return header != null && isObject(header) && header.contains("\"enc\"");
    }
    String claims = parts.length > 1 ? decode(parts[1]) : null;
    return header != null
        && claims != null
        && isObject(header)
        && header.contains("\"alg\"")
        && !UNSIGNED.matcher(header).find()
        && isObject(claims);
  }

  private static boolean isObject(String text) {
    String trimmed = text.strip();
    return trimmed.startsWith("{") && trimmed.endsWith("}");
  }

  /** RFC 7617: the credentials decode to printable text with a colon, a password after it. */
  static boolean basicCredentials(CandidateValue candidate) {
    String decoded = decode(candidate.reveal());
    if (decoded == null) {
      return false;
    }
    int colon = decoded.indexOf(':');
    return colon >= 0
        && colon < decoded.length() - 1
        && decoded.chars().allMatch(c -> c >= 0x20 && c != 0x7F && c != 0xFFFD);
  }

  /**
   * RFC 4616: an authorization identity, which may be empty, a user and a password, NUL between.
   */
  static boolean saslPlain(CandidateValue candidate) {
    String decoded = decode(candidate.reveal());
    if (decoded == null) {
      return false;
    }
    String[] parts = decoded.split("\u0000", -1);
    return parts.length == 3
        && !parts[1].isEmpty()
        && !parts[2].isEmpty()
        && decoded.chars().allMatch(c -> c == 0 || (c >= 0x20 && c != 0x7F && c != 0xFFFD));
  }

  /** RFC 4648, either alphabet, padding optional; null when it is not base64. */
  private static @Nullable String decode(String text) {
    String bare = text.replace('-', '+').replace('_', '/');
    while (bare.endsWith("=")) {
      bare = bare.substring(0, bare.length() - 1);
    }
    try {
      return new String(Base64.getDecoder().decode(bare), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return null;
    }
  }

  /** Some key material between the lines of RFC 7468. */
  static boolean keyMaterial(CandidateValue candidate) {
    String value = candidate.reveal();
    int body = value.indexOf("-----", 5);
    int count = 0;
    for (int i = Math.max(0, body + 5); i < value.length(); i++) {
      count += Character.isLetterOrDigit(value.charAt(i)) ? 1 : 0;
    }
    return count >= 40;
  }
}
