package dev.telltale.detection.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.telltale.detection.Detected;
import dev.telltale.detection.Scans;
import dev.telltale.detection.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContextTest {
  private final Scans scans = new Scans();

  @AfterEach
  void close() {
    scans.close();
  }

  @Test
  void theNameOfTheFieldCounts() {
    Finding finding = scans.only("{\"spec\":{\"clientSecret\":\"" + Scans.SECRET + "\"}}");
    assertEquals("generic.secret", finding.rule());
    assertEquals("$.spec.clientSecret", finding.fieldPath());
    assertEquals(Scans.KEY.fingerprint(Scans.SECRET), finding.fingerprint());
  }

  @Test
  void theNameInAKeyValuePairCounts() {
    Finding env =
        scans.only(
            "{\"env\":[{\"name\":\"MODE\",\"value\":\"prod\"},{\"name\":\"API_TOKEN\",\"value\":\""
                + Scans.SECRET
                + "\"}]}");
    assertEquals("$.env[1].value", env.fieldPath());
    assertEquals("$.env.value", env.fieldPattern());
    Finding otlp =
        scans.only(
            "{\"key\":\"db.password\",\"value\":{\"stringValue\":\"" + Scans.SECRET + "\"}}");
    assertEquals("$.value.stringValue", otlp.fieldPath());
  }

  @Test
  void keywordsAreWholeTokens() {
    assertEquals(List.of(), scans.rules("{\"lessnap\":\"536904399\"}"));
    assertEquals(List.of("pii.us-ssn"), scans.rules("{\"customerSSN\":\"536904399\"}"));
  }

  @Test
  void telemetryFieldsStayQuiet() {
    String quiet =
        "{\"traceId\":\"4539148803436467\",\"startTimeUnixNano\":\"1700000000000000000\","
            + "\"uid\":\"3f1a2b4c-1111-4222-8333-444455556666\",\"resourceVersion\":\"4539148803436467\","
            + "\"osVersion\":\"10.0.17763.1\",\"version\":\"84.8.4.4\",\"commit\":\"da39a3ee5e6b4b0d3255bfef95601890afd80709\","
            + "\"secretName\":\"checkout-tls-7f9c2\",\"tokenCount\":\"4539148803436467\","
            + "\"pod\":\"checkout-7f9c4d8b6-x2x9z\",\"ip\":\"10.2.3.4\"}";
    assertEquals(List.of(), scans.rules(quiet));
  }

  @Test
  void numbersAreReadByRulesForNumbers() {
    Detected detected = scans.json("{\"card\":4539148803436467}");
    assertEquals("finance.card", detected.findings().get(0).rule());
    assertEquals(
        "{\"card\":\"" + Scans.marker("finance.card", "4539148803436467") + "\"}",
        Scans.redacted(detected));
  }

  @Test
  void sanitisedFormsAndPublishedExamplesAreNoFindings() {
    for (String form :
        List.of(
            "[redacted]",
            "[redacted:email]",
            "[redacted:md5:acbd18db4cc2f85cedef654fccc4a4d8]",
            "[redacted:md5:acbd18db4cc2f85cedef654fccc4a4d8:password]",
            "[redacted:nested:object}]",
            "[telltale:pii.email:0a1b2c3d]",
            "Payload stripped as log item was longer than 4096 characters",
            "AKIAIOSFODNN7EXAMPLE",
            "4111111111111111",
            "user@example.com",
            "203.0.113.9")) {
      assertEquals(List.of(), scans.rules("{\"password\":\"\",\"secret\":\"" + form + "\"}"), form);
    }
  }

  @Test
  void theSpecificRuleWinsOverTheGenericOne() {
    String json = "{\"password\":\"postgres://app:" + Scans.SECRET + "@db.acme.io/app\"}";
    Finding finding = scans.only(json);
    assertEquals("uri.password", finding.rule());
    assertEquals(15, finding.start());
  }

  @Test
  void findingsNeverPrintTheValue() {
    Detected detected = scans.json("{\"password\":\"" + Scans.SECRET + "\"}");
    assertFalse(detected.toString().contains(Scans.SECRET));
  }
}
