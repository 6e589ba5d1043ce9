package dev.telltale.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What telemetry is full of and what is none of anybody's business. */
class FieldRoleScanTest {
  private final Scans scans = new Scans();

  @AfterEach
  void close() {
    scans.close();
  }

  @Test
  void identifiersAndDigestsAreLeftAloneWhateverTheirFieldIsCalled() {
    for (String value :
        List.of(
            "3f1a2b4c-1111-4222-8333-444455556666",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "checkout-7f9c4d8b6-x2x9z",
            "registry.acme.io/shop/cart:4539148803436467",
            "registry.acme.io/shop/cart@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "golang.org/x/crypto@v0.17.0",
            "k8s.io/api@v0.0.0-20240102030405-abcdef012345",
            "v1.28.3-eks-4f4795d",
            "1700000000000000000",
            "1700000000123")) {
      assertEquals(List.of(), scans.rules("{\"what\":\"" + value + "\"}"), value);
      assertEquals(List.of(), scans.rules("{\"message\":\"got " + value + " now\"}"), value);
    }
  }

  @Test
  void epochNanosecondsThatPassLuhnAreNoCards() {
    int seen = 0;
    for (long nanos = 1_700_000_000_000_000_000L; seen < 50; nanos += 7) {
      if (luhn(Long.toString(nanos))) {
        seen++;
        assertEquals(List.of(), scans.rules("{\"v\":" + nanos + "}"));
        assertEquals(List.of(), scans.rules("{\"m\":\"card event at " + nanos + "\"}"));
      }
    }
  }

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 1 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  @Test
  void aDigestUnderASecretsNameIsNoSecret() {
    String digest = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    assertEquals(List.of(), scans.rules("{\"secret\":\"" + digest + "\"}"));
  }

  @Test
  void picturesInBase64AreNoSecrets() {
    byte[] png = new byte[90];
    byte[] magic = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
    System.arraycopy(magic, 0, png, 0, magic.length);
    for (int i = magic.length; i < png.length; i++) {
      png[i] = (byte) (i * 73 + 11);
    }
    String text = Base64.getEncoder().encodeToString(png);
    assertEquals(List.of(), scans.rules("{\"accessToken\":\"" + text + "\"}"));
  }

  @Test
  void aTellingNameOutweighsTheTypeOfTheField() {
    assertEquals(
        List.of("finance.card"),
        scans.rules("{\"key\":\"card_number\",\"value\":{\"intValue\":\"4539148803436467\"}}"));
    assertEquals(List.of("finance.card"), scans.rules("{\"cardNumberValue\":4539148803436467}"));
  }

  @Test
  void aNumberInGroupsIsNoIdentifier() {
    assertEquals(List.of("finance.card"), scans.rules("{\"offset\":\"4539 1488 0343 6467\"}"));
    assertEquals(List.of(), scans.rules("{\"offset\":\"4539148803436467\"}"));
  }
}
