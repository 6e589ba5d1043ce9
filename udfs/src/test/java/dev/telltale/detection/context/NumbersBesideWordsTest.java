package dev.telltale.detection.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.detection.Scans;
import dev.telltale.detection.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Words beside a number decide what it is of. The numbers are made up. */
class NumbersBesideWordsTest {
  private static final double ALARM = 0.5;
  private static final String CARD = "4539148803436467";
  private static final String SOCIAL_SECURITY = "536221847";
  private static final String PHONE = "2024670143";

  private final Scans scans = new Scans();

  @AfterEach
  void close() {
    scans.close();
  }

  private double sureness(String message) {
    return scans.json("{\"message\":\"" + message + "\"}").findings().stream()
        .mapToDouble(Finding::confidence)
        .max()
        .orElse(0);
  }

  private void alarms(String message) {
    assertTrue(sureness(message) >= ALARM, message);
  }

  private void isQuietAbout(String message) {
    assertTrue(sureness(message) < ALARM, message);
  }

  @Test
  void aCardAmidTextNeedsAWordOrGroups() {
    isQuietAbout("handled " + CARD + " just now");
    alarms("handled 4539 1488 0343 6467 just now");
    alarms("handled 4539-1488-0343-6467 just now");
    alarms("charged card " + CARD + " just now");
    alarms("charged " + CARD + " visa");
    alarms("the payment method is " + CARD);
    alarms(CARD);
    alarms("(" + CARD + ")");
  }

  @Test
  void aCardWithoutAWordIsStillReportedWithLittleConfidence() {
    assertEquals(
        List.of("finance.card"), scans.rules("{\"message\":\"handled " + CARD + " just now\"}"));
  }

  @Test
  void theWordDirectlyBeforeANumberNamesIt() {
    for (String named : List.of("offset", "request id", "seq", "order", "lsn", "epoch", "bytes")) {
      isQuietAbout("card reader at " + named + " " + CARD);
      isQuietAbout("card reader at " + named + "=" + CARD);
      isQuietAbout("card reader, " + named + ": " + CARD + " kept");
      isQuietAbout("card reader where " + named + " >= " + CARD);
    }
    alarms("card number " + CARD + " at offset 7");
  }

  @Test
  void theWordDirectlyBehindANumberSaysWhatItCounts() {
    for (String unit : List.of("events", "bytes", "ns", "rows", "µs", "pixels")) {
      isQuietAbout("card reader saw " + CARD + " " + unit + " today");
      isQuietAbout("ssn lookups took " + SOCIAL_SECURITY + " " + unit);
    }
    isQuietAbout("ssn lookups read " + SOCIAL_SECURITY + " of 536221848 bytes");
    isQuietAbout("phone-home: " + PHONE + " pages");
    alarms("ssn " + SOCIAL_SECURITY + " was seen");
    alarms("phone: " + PHONE);
  }

  @Test
  void aPartOfACompoundCountsForNothing() {
    isQuietAbout("ssn-validator v1.2.3 saw " + SOCIAL_SECURITY + " and stopped");
    isQuietAbout("SsnValidator saw " + SOCIAL_SECURITY + " and stopped");
    isQuietAbout("passport service saw " + SOCIAL_SECURITY + " and stopped");
    isQuietAbout("phone-service:8080 saw " + PHONE);
    isQuietAbout("pulled registry.acme.io/passport-scanner:a960263");
    isQuietAbout("com.acme.card - INFO - saw " + CARD);
    isQuietAbout("sent to mailer-6zkjbr66x-sms47 at 2024670143");
    isQuietAbout("portal-76cnh4mzk-49n6p saw 304 377200673377");
    alarms("his us-ssn " + SOCIAL_SECURITY + " was seen");
    alarms("credit-card " + CARD + " was seen");
    alarms("phone-no " + PHONE);
  }

  @Test
  void theLastWordOfANameDecides() {
    assertEquals(List.of(), scans.rules("{\"card.processor.latency_ns\":\"" + CARD + "\"}"));
    assertEquals(List.of(), scans.rules("{\"ssn_lookup_count\":" + SOCIAL_SECURITY + "}"));
    assertEquals(List.of("pii.us-ssn"), scans.rules("{\"lookup_ssn\":" + SOCIAL_SECURITY + "}"));
    assertEquals(List.of("finance.card"), scans.rules("{\"card_number_value\":\"" + CARD + "\"}"));
  }

  @Test
  void aPathSaysNothingAboutWhatFollowsIt() {
    isQuietAbout("GET /v1/ssn 204 " + SOCIAL_SECURITY);
    isQuietAbout("GET /users/7/phone?after=" + PHONE);
    isQuietAbout("GET /phone/" + PHONE + "/models");
    alarms("GET /v1/ssn/" + SOCIAL_SECURITY);
    alarms("GET /v1/users?ssn=" + SOCIAL_SECURITY);
  }

  @Test
  void whyANumberCountsForLessIsSaid() {
    Finding finding = scans.only("{\"message\":\"handled " + CARD + " just now\"}");
    assertTrue(
        finding.evidence().stream()
            .anyMatch(
                e ->
                    e.detail()
                        .equals("a number without gaps and without a telling word makes it 0.40")));
  }
}
