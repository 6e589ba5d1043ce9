package dev.telltale.detection.validators.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.telltale.detection.validators.CandidateValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidatorCatalogueTest {
  @ParameterizedTest(name = "{0} says {2} to {1}")
  @CsvSource({
    "card, 4539 1488 0343 6467, true",
    "card, 4539 1488 0343 6468, false",
    "card, 1700000000000000000, false",
    "iban, DE75512108001245126199, true",
    "iban, DE75512108001245126198, false",
    "iban, XX75512108001245126199, false",
    "aba-routing, 122105155, true",
    "aba-routing, 122105156, false",
    "nhs, 943 476 5919, true",
    "nhs, 943 476 5918, false",
    "cpf, 529.982.247-25, true",
    "cpf, 111.111.111-11, false",
    "dni, 12345678Z, true",
    "dni, 12345678A, false",
    "ssn, 536-90-4399, true",
    "ssn, 666-90-4399, false",
    "npi, 1234567893, true",
    "vin, 1M8GDM9AXKP042788, true",
    "public-ipv4, 8.26.56.26, true",
    "public-ipv4, 8.8.8.8, false",
    "public-ipv4, 149.112.112.112, false",
    "public-ipv4, 3.1.2.1, false",
    "public-ipv6, 2606:4700:4700::1111, false",
    "special-ipv6, 2606:4700:4700::1111, false",
    "azure-checksum, not a key, false",
    "mixed-secret, authorization_uri=, false",
    "mixed-secret, SocialToken(app=social, false",
    "mixed-secret, secretsmanager:GetSecretValue, false",
    "uri-password, %s, false",
    "uri-password, {password}, false",
    "public-ipv4, 172.20.1.1, false",
    "public-ipv4, 100.64.0.1, false",
    "public-ipv4, 300.1.1.1, false",
    "public-ipv6, 2607:f8b0:4005:805::200e, true",
    "public-ipv6, 2001:db8::1, false",
    "mixed-secret, #save-login, false",
    "plausible-secret, ENC[AES256_GCM;data:q7Zp2LxV], false",
    "mac, ff:ff:ff:ff:ff:ff, false",
    "email, a@example.org, false",
    "phone-international, +1 202-555-0143, false",
    "plausible-secret, ${TOKEN_VALUE}, false",
    "plausible-secret, {{ .Values.token }}, false",
    "plausible-secret, prefix-${TOKENS[0]}, false",
    "plausible-secret, $(cat /run/token), false",
    "plausible-secret, %(password)s, false",
    "plausible-secret, q7{{k}9w${z]x2, true",
    "plausible-secret, ************, false",
    "mixed-secret, correct, false",
    "issued-token, k7Wq2Zp9Lx4Tn8Vb3Rd6, true",
    "issued-token, tok_xxxxxxxxxxxxxxxxxxxx, false",
    "issued-token, tok_your-token-here, false",
    "issued-token, tok_000000000000000000000000, false",
    "issued-token, tok_12312312312312312312, false",
    "issued-token, tok_abcdefghijklmnopqrstuvwxyz, false",
    "issued-token, AAAAAAAAAAAAq9Zw3LxT7vKd2RmB, true",
    "unserial, k7Wq2Zp9Lx4Tn8Vb3Rd6, true",
    "unserial, abcdef1234, false",
    "unserial, a1b2c3d4e5f6g7h8, false",
    "letters-and-digits, w4mzq8rtbh, true",
    "letters-and-digits, configuration, false",
    "letters-and-digits, 1234567890, false",
    "complete-token, sbp_9f3c, false",
    "complete-token, tok_q7Zp2LxV9wKd..., false",
    "complete-token, k7Wq2Zp9Lx4Tn8Vb3Rd6, true",
    "base62-crc32, ghp_012345678901234567890123456789abcdef, false",
  })
  void judgesHandCheckedVectors(String name, String value, boolean expected) {
    assertEquals(expected, ValidatorCatalogue.find(name).accepts(CandidateValue.of(value)));
  }
}
