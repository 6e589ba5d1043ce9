package dev.telltale.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.telltale.detection.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a name says of the value under it. */
final class NamesOfSecretsTest {
  private static final Scans SCANS = new Scans();
  private static final String PASSWORD = "Zq7x!pL2m9";

  @AfterAll
  static void close() {
    SCANS.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keyStorePassword",
        "requestPassword",
        "trust_store_password",
        "namePassword",
        "sslpassword",
        "dbpasswd",
        "keypass",
        "storepass",
        "errorPassword",
        "typePassword",
        "pw",
        "пароль",
        "密码",
        "비밀번호",
        "hasło"
      })
  void theLastWordOfANameIsWhatItIs(String name) {
    assertEquals(
        Scans.KEY.fingerprint(PASSWORD),
        SCANS.only("{\"" + name + "\":\"" + PASSWORD + "\"}").fingerprint());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passwordPolicy",
        "password_file",
        "passwordHashAlgorithm",
        "passwordResetUrl",
        "bypass",
        "compass",
        "password_strength"
      })
  void wordsAfterASecretsWordCancelIt(String name) {
    assertEquals(List.of(), SCANS.rules("{\"" + name + "\":\"" + PASSWORD + "\"}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'secrets':{'db':'%s'}}",
        "{'tokens':['%s']}",
        "{'apiKeys':{'prod':{'current':'%s'}}}",
        "{'key':'api.token','value':{'wrapped':{'str':'%s'}}}",
        "{'Key':'api.token','Value':{'Type':'STRING','Value':'%s'}}",
        "{'m':'{Key:api.token Value:{vtype:4 stringly:%s slice:<nil>}}'}",
        "{'m':'- name: API_TOKEN\\n  value: %s\\n'}",
        "{'api_keys':{'%s':{'user':'bob'}}}",
        "{'secret_key_base':'%s'}",
        "{'appsecret':'%s'}"
      })
  void whatHoldsAValueOrStandsBesideItNamesIt(String json) {
    Detected detected = SCANS.json(json.replace('\'', '"').formatted(Scans.SECRET));
    assertEquals(
        List.of(Scans.KEY.fingerprint(Scans.SECRET)),
        detected.findings().stream().map(Finding::fingerprint).distinct().toList());
    assertEquals(-1, Scans.redacted(detected).indexOf(Scans.SECRET));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'secret':{'uid':'3f1a2b4c-1111-4222-8333-444455556666'}}",
        "{'tokens':['the','cat','sat']}",
        "{'secret':{'secretName':'checkout-tls-7f9c2'}}",
        "{'public_key':'b9XkQ2mZr7LwTn4VcYs8Hd3P'}",
        "{'cache_key':'b9XkQ2mZr7LwTn4VcYs8Hd3P'}",
        "{'next_page_token':'b9XkQ2mZr7LwTn4VcYs8Hd3P'}",
        "{'apiKeys':{'first-key-of-the-day':{'user':'bob'}}}",
        "{'token':'AuthenticationTokenFilter2'}"
      })
  void whatIsNamedOtherwiseIsNoSecret(String json) {
    assertEquals(List.of(), SCANS.rules(json.replace('\'', '"')));
  }

  @Test
  void privateMembersOfAKeyAreKnownByItsType() {
    String d = "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI";
    assertEquals(
        List.of("jwk.private-member"),
        SCANS.rules("{\"kty\":\"EC\",\"crv\":\"P-256\",\"d\":\"" + d + "\"}"));
    assertEquals(List.of(), SCANS.rules("{\"crv\":\"P-256\",\"d\":\"" + d + "\"}"));
  }
}
