package dev.telltale.demo.values;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

final class SensitiveValuesTest {
  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private final SensitiveValues values = new SensitiveValues(new Random(42));

  @Test
  void tokensEndWithTheChecksumOfTheirBody() {
    for (String token : many("github.token", "npm.token")) {
      String body = token.substring(4, 34);
      long checksum = 0;
      for (char digit : token.substring(34).toCharArray()) {
        checksum = checksum * 62 + BASE62.indexOf(digit);
      }
      CRC32 crc = new CRC32();
      crc.update(body.getBytes(UTF_8));
      assertEquals(40, token.length());
      assertEquals(crc.getValue(), checksum);
    }
  }

  @Test
  void checksumsAreFilledUpToSixCharacters() {
    assertEquals("000000", CredentialValues.checksum(""));
  }

  @Test
  void cardsPassTheLuhnCheckAndAreNoTestNumbers() {
    for (String card : many("finance.card")) {
      String digits = card.replaceAll("[ -]", "");
      int sum = 0;
      for (int at = digits.length() - 1, place = 0; at >= 0; at--, place++) {
        int digit = digits.charAt(at) - '0';
        sum += place % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
      }
      assertEquals(0, sum % 10);
      matches("4[5-9]\\d{14}|5[1-5]\\d{14}|37\\d{13}", digits);
    }
  }

  @Test
  void accountsPassTheModuloCheck() {
    for (String iban : many("finance.iban")) {
      matches("DE\\d{20}|GB\\d{2}[A-Z]{4}\\d{14}|FR\\d{25}", iban);
      StringBuilder digits = new StringBuilder();
      for (char character : (iban.substring(4) + iban.substring(0, 4)).toCharArray()) {
        digits.append(Character.digit(character, 36));
      }
      assertEquals(BigInteger.ONE, new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)));
    }
  }

  @Test
  void identityNumbersPassTheirChecks() {
    for (String number : many("health.uk-nhs-number")) {
      matches("\\d{3} \\d{3} \\d{4}", number);
      assertEquals(0, weighted(number.replace(" ", ""), 10) % 11);
    }
    for (String number : many("pii.fr-nir")) {
      matches("[12]\\d{14}", number);
      assertEquals(
          97 - Long.parseLong(number.substring(0, 13)) % 97, Long.parseLong(number.substring(13)));
    }
    for (String number : many("pii.br-cpf")) {
      matches("\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}", number);
      String digits = number.replaceAll("\\D", "");
      assertEquals(digits.charAt(9) - '0', weighted(digits.substring(0, 9), 10) * 10 % 11 % 10);
      assertEquals(digits.charAt(10) - '0', weighted(digits.substring(0, 10), 11) * 10 % 11 % 10);
    }
    for (String number : many("pii.es-dni")) {
      int body = Integer.parseInt(number.substring(0, 8));
      assertEquals("TRWAGMYFPDXBNJZSQVHLCKE".charAt(body % 23), number.charAt(8));
    }
    for (String number : many("pii.uk-nino")) {
      matches("(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\\d{6}[A-D]", number);
    }
    for (String number : many("pii.us-ssn")) {
      matches("(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}", number);
    }
  }

  @Test
  void keysAreKeysThatJavaCanLoad() throws Exception {
    for (String pem : many("pem.private-key")) {
      List<String> lines = pem.lines().toList();
      assertEquals("-----BEGIN PRIVATE KEY-----", lines.get(0));
      assertEquals("-----END PRIVATE KEY-----", lines.get(lines.size() - 1));
      byte[] der = Base64.getDecoder().decode(String.join("", lines.subList(1, lines.size() - 1)));
      String algorithm = der.length == 48 ? "Ed25519" : "EC";
      PrivateKey key =
          KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
      assertTrue(key instanceof EdECPrivateKey || key instanceof ECPrivateKey);
    }
  }

  @Test
  void jsonWebTokensCarryAHeaderAPayloadAndASignature() {
    for (String token : many("jwt.token")) {
      String[] parts = token.split("\\.", -1);
      assertEquals(3, parts.length);
      matches("\\{\"alg\":\"HS256\".*}", decoded(parts[0]));
      matches("\\{\"iss\":.*\"exp\":\\d{10}}", decoded(parts[1]));
      assertEquals(32, Base64.getUrlDecoder().decode(parts[2]).length);
    }
  }

  @Test
  void credentialsHaveThePublishedShapes() {
    shape("aws.access-key-id", "A(?:KIA|SIA)[A-Z2-7]{16}");
    shape("aws.secret-access-key", "[A-Za-z0-9/+]{40}");
    shape("aws.session-token", "IQoJb3JpZ2luX2Vj[A-Za-z0-9/+]{400}");
    shape("gitlab.token", "glpat-[0-9a-zA-Z_-]{20}");
    shape("slack.token", "xoxb-[1-9]\\d{11}-[1-9]\\d{12}-[A-Za-z0-9]{24}");
    shape("stripe.secret-key", "sk_live_51[0-9a-zA-Z]{97}");
    shape("google.api-key", "AIza[0-9A-Za-z_-]{35}");
    shape("openai.api-key", "sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}");
    shape("pii.email", "[a-z.]+\\d+@[a-z-]+\\.[a-z]{2,3}");
    shape("pii.phone", "\\+\\d{11,13}");
    shape("network.ipv4", "\\d{2,3}(?:\\.\\d{1,3}){3}");
    shape("network.ipv6", "2a02(?::[0-9a-f]{2,4}){7}");
    shape("network.mac", "3c:22:fb(?::[0-9a-f]{2}){3}");
    for (String credentials : many("http.basic-credentials")) {
      matches("[^:]+:[^:]+", new String(Base64.getDecoder().decode(credentials), UTF_8));
    }
  }

  @Test
  void aRuleWithoutValuesIsOurMistake() {
    IllegalArgumentException mistake =
        assertThrows(IllegalArgumentException.class, () -> values.of("no.rule"));
    assertEquals("no values are made for the rule no.rule", mistake.getMessage());
  }

  private void shape(String rule, String pattern) {
    many(rule).forEach(value -> matches(pattern, value));
  }

  private static void matches(String pattern, String value) {
    assertTrue(Pattern.matches(pattern, value), () -> value + " is no " + pattern);
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), UTF_8);
  }

  private static int weighted(String digits, int maxWeight) {
    int sum = 0;
    for (int at = 0; at < digits.length(); at++) {
      sum += (digits.charAt(at) - '0') * Math.max(1, maxWeight - at);
    }
    return sum;
  }

  private List<String> many(String... rules) {
    return Stream.of(rules)
        .flatMap(rule -> Stream.generate(() -> values.of(rule)).limit(200))
        .toList();
  }
}
