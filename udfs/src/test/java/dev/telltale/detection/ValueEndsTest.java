package dev.telltale.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.telltale.detection.finding.Finding;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value is found whole, and what stands beside it is none of it. */
final class ValueEndsTest {
  private static final Scans SCANS = new Scans();

  @AfterAll
  static void close() {
    SCANS.close();
  }

  private static String random(int length) {
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    StringBuilder text = new StringBuilder();
    Random random = new Random(7);
    for (int i = 0; i < length; i++) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Authorization: Bearer %s", "api_key=%s", "Cookie: a=b; session=%s", "token: %s;"})
  void nothingOfALongTokenIsLeft(String text) {
    String token = random(5_000);
    Detected detected = SCANS.text(text.formatted(token));
    assertEquals(
        List.of(Scans.KEY.fingerprint(token)),
        detected.findings().stream().map(Finding::fingerprint).toList());
    assertFalse(Scans.redacted(detected).contains(token.substring(4_900)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "password=qR%31xK!mP9 ok | qR%31xK!mP9",
        "password=qR%40xK!mP9 ok | qR@xK!mP9",
        "postgres://app@srv:Pw9x7Yz@db.acme.io/app | Pw9x7Yz",
        "postgres://app:p@ss9w0rd@db.acme.io/app | p@ss9w0rd",
        "Bearer token-x8k2p:zzzz9999yyyyq | token-x8k2p:zzzz9999yyyyq",
        "GET /users/maria.keller@kunde-corp.de/x | maria.keller@kunde-corp.de",
        "to=+maria.keller@kunde-corp.de | maria.keller@kunde-corp.de",
        "id=_maria.keller@kunde-corp.de | maria.keller@kunde-corp.de",
        "?u=%2Fmaria.keller@kunde-corp.de | maria.keller@kunde-corp.de",
        "pass='ab>cd7EFg!' x | ab>cd7EFg!"
      })
  void theFingerprintIsOfTheValueAlone(String text, String value) {
    List<String> fingerprints =
        SCANS.text(text).findings().stream().map(Finding::fingerprint).toList();
    assertEquals(List.of(Scans.KEY.fingerprint(value)), fingerprints);
  }

  @Test
  void anAddressInsideAPasswordIsAPartOfIt() {
    Finding finding = SCANS.only("{\"password\":\"x7-maria@kunde-corp.de-9\"}");
    assertEquals("generic.password", finding.rule());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /s?name=Ana%20Kova%C4%8D&page=2 | Ana Kovač",
        "GET /s?last_name=Kova%C4%8D | Kovač",
        "first_name=Ana+Maria&x=1 | Ana Maria",
        "/login?password=a%2Bb%26c7D! | a+b&c7D!"
      })
  void parametersOfAQueryAreFields(String text, String value) {
    List<String> fingerprints =
        SCANS.text(text).findings().stream().map(Finding::fingerprint).toList();
    assertEquals(List.of(Scans.KEY.fingerprint(value)), fingerprints);
  }

  @Test
  void twoNumbersUnderANameOfPlacesAreOne() {
    assertEquals(
        List.of("pii.geo-coordinate", "pii.geo-coordinate"),
        SCANS.rules("{\"coordinates\":[15.966568,45.815399]}"));
    assertEquals(List.of(), SCANS.rules("{\"ratios\":[15.966568,45.815399]}"));
    assertEquals(List.of(), SCANS.rules("{\"location\":[15.9,45.8]}"));
  }
}
