package dev.telltale.demo.values;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;

/** Made-up credentials that carry the structure and the check sums of real ones. */
final class CredentialValues {
  private static final String DIGITS = "0123456789";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String BASE62 = DIGITS + UPPER + LOWER;
  private static final String BASE32 = UPPER + "234567";
  private static final String BASE64_TEXT = BASE62 + "+/";
  private static final String URL_SAFE = BASE62 + "-_";
  private static final Base64.Encoder URL_ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final Random random;

  CredentialValues(Random random) {
    this.random = random;
  }

  String awsAccessKeyId() {
    return (random.nextInt(3) == 0 ? "ASIA" : "AKIA") + text(BASE32, 16);
  }

  String awsSecretAccessKey() {
    return text(BASE62, 12) + "+" + text(BASE64_TEXT, 13) + "/" + text(BASE62, 13);
  }

  String awsSessionToken() {
    byte[] bytes = new byte[300];
    random.nextBytes(bytes);
    return "IQoJb3JpZ2luX2Vj" + Base64.getEncoder().encodeToString(bytes);
  }

  String githubToken() {
    String[] kinds = {"ghp_", "gho_", "ghs_", "ghu_"};
    return checked(kinds[random.nextInt(kinds.length)]);
  }

  String npmToken() {
    return checked("npm_");
  }

  /** The six characters after the random part are its CRC-32 in base 62. */
  private String checked(String prefix) {
    String body = text(BASE62, 30);
    return prefix + body + checksum(body);
  }

  static String checksum(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(UTF_8));
    StringBuilder digits = new StringBuilder();
    for (long rest = crc.getValue(); rest > 0; rest /= 62) {
      digits.append(BASE62.charAt((int) (rest % 62)));
    }
    while (digits.length() < 6) {
      digits.append('0');
    }
    return digits.reverse().toString();
  }

  String gitlabToken() {
    return "glpat-" + text(BASE62, 9) + "-" + text(URL_SAFE, 9) + text(BASE62, 1);
  }

  String slackToken() {
    return "xoxb-" + number(12) + "-" + number(13) + "-" + text(BASE62, 24);
  }

  String stripeSecretKey() {
    return "sk_live_51" + text(BASE62, 97);
  }

  String googleApiKey() {
    return "AIzaSy" + text(URL_SAFE, 32) + text(BASE62, 1);
  }

  String openaiApiKey() {
    return "sk-" + text(BASE62, 20) + "T3BlbkFJ" + text(BASE62, 20);
  }

  String jwt() {
    String header = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    String payload =
        "{\"iss\":\"https://gitpod.norvikfreight.com\",\"sub\":\""
            + text(LOWER + DIGITS, 20)
            + "\",\"iat\":1795"
            + number(6)
            + ",\"exp\":1796"
            + number(6)
            + "}";
    byte[] signature = new byte[32];
    random.nextBytes(signature);
    return URL_ENCODER.encodeToString(header.getBytes(UTF_8))
        + "."
        + URL_ENCODER.encodeToString(payload.getBytes(UTF_8))
        + "."
        + URL_ENCODER.encodeToString(signature);
  }

  /** A whole PEM block: Ed25519 or elliptic-curve PKCS#8 with a valid DER structure. */
  String pemPrivateKey() {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    ByteArrayOutputStream der = new ByteArrayOutputStream();
    if (random.nextBoolean()) {
      der.writeBytes(bytes(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20));
    } else {
      der.writeBytes(bytes(0x30, 0x41, 2, 1, 0, 0x30, 0x13, 6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d));
      der.writeBytes(bytes(2, 1, 6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7, 4, 0x27, 0x30));
      der.writeBytes(bytes(0x25, 2, 1, 1, 4, 0x20));
    }
    der.writeBytes(secret);
    return Pem.block("PRIVATE KEY", der.toByteArray());
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int at = 0; at < values.length; at++) {
      bytes[at] = (byte) values[at];
    }
    return bytes;
  }

  String basicCredentials() {
    String pair = "svc-" + text(LOWER, 6) + ":" + text(BASE62, 16);
    return Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }

  String bearerToken() {
    return text(BASE62, 20) + "-" + text(URL_SAFE, 20) + text(BASE62, 3);
  }

  /** Fit for a URL as it is. */
  String uriPassword() {
    return text(BASE62, 9) + "-" + text(BASE62, 8);
  }

  String secret() {
    return text(LOWER, 3) + text(UPPER, 3) + text(DIGITS, 2) + text(BASE62, 18);
  }

  private String number(int length) {
    return text("123456789", 1) + text(DIGITS, length - 1);
  }

  private String text(String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int at = 0; at < length; at++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
