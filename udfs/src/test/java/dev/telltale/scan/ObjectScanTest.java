package dev.telltale.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.detection.finding.Finding;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.ChangedLimits;
import dev.telltale.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("smoke")
final class ObjectScanTest {
  private static final String EMAIL = "ines.weber@norvikfreight.com";

  @Test
  void anObjectGivesItsRecordsAndFindingsAndItsOwnRowLast() {
    ScannedObject scanned =
        scan("logs/a", "{\"message\":\"from " + EMAIL + "\"}\n{\"message\":\"nothing here\"}\n");
    assertEquals(2, scanned.records.size());
    assertEquals(1, scanned.findings.size());
    FindingRow finding = scanned.findings.get(0);
    assertEquals("pii.email", finding.finding().rule());
    assertEquals("$.message", finding.finding().fieldPath());
    assertEquals(ScannedObject.KEY.fingerprint(EMAIL), finding.finding().fingerprint());
    assertEquals(5, finding.finding().start());
    assertEquals(0, finding.recordIndex());
    assertEquals(1, scanned.records.get(0).findingCount());
    assertTrue(scanned.records.get(0).body().contains("[telltale:pii.email:"));
    assertEquals(ObjectStatus.SCANNED, scanned.object.status());
    assertEquals("logs", scanned.object.telemetryType());
    assertEquals("json", scanned.object.format());
    assertEquals(64, scanned.object.contentSha256().length());
  }

  @Test
  void aBrokenValueCostsItselfOnlyAndIsScannedRaw() {
    String bytes = "{\"a\":1}\n{\"user\":\"" + EMAIL + "\",}\n{\"b\":2}\n";
    ScannedObject scanned = scan("other/a", bytes);
    assertEquals(ObjectStatus.PARTIAL, scanned.object.status());
    assertEquals(FaultKind.JSON_SYNTAX, scanned.object.fault().kind());
    assertEquals(3, scanned.records.size());
    assertEquals(1, scanned.findings.size());
    assertTrue(scanned.object.bytesRawScanned() > 0);
    assertEquals(bytes.length(), scanned.answered());
  }

  @Test
  void anEmptyObjectIsScannedAndSaysSo() {
    ScannedObject scanned = scan("logs/a", "");
    assertEquals(ObjectStatus.SCANNED, scanned.object.status());
    assertEquals(FaultKind.EMPTY_OBJECT, scanned.object.fault().kind());
    assertEquals(0, scanned.answered());
  }

  @Test
  void anObjectBeyondTheLimitIsRefusedUnread() {
    ScannedObject scanned =
        ScannedObject.of(
            "logs/a", 6L << 30, new ByteArrayInputStream(new byte[0]), Limits.defaults());
    assertEquals(ObjectStatus.REFUSED, scanned.object.status());
    assertEquals(FaultKind.OBJECT_LIMIT, scanned.object.fault().kind());
    assertEquals(6L << 30, scanned.object.bytesUnread());
    assertNull(scanned.object.contentSha256());
  }

  @Test
  void aBodyThatIsShorterThanListedIsAReadFailure() {
    byte[] bytes = "{\"a\":1}\n".getBytes(StandardCharsets.UTF_8);
    ScannedObject scanned =
        ScannedObject.of(
            "logs/a", bytes.length + 10, new ByteArrayInputStream(bytes), Limits.defaults());
    assertEquals(ObjectStatus.UNREADABLE, scanned.object.status());
    assertEquals(FaultKind.READ_FAILED, scanned.object.fault().kind());
    assertEquals(bytes.length + 10, scanned.answered());
  }

  @Test
  void aReadThatBreaksOffNamesThePlace() {
    byte[] bytes = "{\"a\":1}\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);
    InputStream breaking =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] target, int from, int length) {
            if (pos >= 200_000) {
              throw new BrokenRead();
            }
            return super.read(target, from, Math.min(length, 200_000 - pos));
          }
        };
    ScannedObject scanned =
        ScannedObject.of("logs/a", bytes.length, throwing(breaking), Limits.defaults());
    assertEquals(ObjectStatus.UNREADABLE, scanned.object.status());
    assertEquals(200_000, scanned.object.fault().position());
  }

  @Test
  void valuesOnTheEdgesOfWindowsAreReportedOnceWhereverTheyLie() {
    Limits limits = windows(4_096, 512);
    long seed = 20261123;
    Random random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      StringBuilder line = new StringBuilder();
      int planted = 0;
      while (line.length() < 40_000) {
        line.append("x ".repeat(random.nextInt(300)));
        line.append(" person").append(planted++).append("@norvikfreight.com ");
      }
      ScannedObject scanned = scan("other/a", line.toString(), limits);
      List<String> found =
          scanned.findings.stream().map(FindingRow::finding).map(Finding::fingerprint).toList();
      assertEquals(planted, found.size(), "seed " + seed + ", round " + round);
      assertEquals(planted, found.stream().distinct().count(), "seed " + seed + ", round " + round);
      String shown = scanned.records.stream().map(RecordRow::body).collect(Collectors.joining());
      assertEquals(
          line.toString().replaceAll("person[0-9]+@norvikfreight.com", "*"),
          shown.replaceAll("\\[telltale:pii.email:[0-9a-f]{8}]", "*"),
          "seed " + seed + ", round " + round);
      assertEquals(line.length(), scanned.answered());
    }
  }

  @Test
  void windowsOfTextWithBrokenCharactersAnswerForEveryByte() {
    Limits limits = windows(4_096, 512);
    byte[] bytes = new byte[50_000];
    Random random = new Random(7);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (random.nextInt(40) == 0 ? 0x81 : 'a' + random.nextInt(26));
    }
    byte[] email = EMAIL.getBytes(StandardCharsets.UTF_8);
    bytes[29_999] = ' ';
    System.arraycopy(email, 0, bytes, 30_000, email.length);
    bytes[30_000 + email.length] = ' ';
    ScannedObject scanned = ScannedObject.of("other/a", bytes, limits);
    assertEquals(bytes.length, scanned.answered());
    assertEquals(1, scanned.findings.size());
  }

  @Test
  void theSameFindingHasTheSameIdInEveryRun() {
    String bytes = "{\"message\":\"from " + EMAIL + "\"}";
    assertEquals(
        scan("logs/a", bytes).findings.get(0).id(), scan("logs/a", bytes).findings.get(0).id());
    assertTrue(
        !scan("logs/a", bytes)
            .findings
            .get(0)
            .id()
            .equals(scan("logs/b", bytes).findings.get(0).id()));
  }

  @Test
  void findingsBeyondTheLimitAreCountedAndRedactedButNotListed() {
    Limits few = ChangedLimits.with("findingsPerObject", 5).limits();
    ScannedObject scanned = scan("logs/a", ("mail " + EMAIL + "\n").repeat(20), few);
    assertEquals(5, scanned.findings.size());
    assertEquals(20, scanned.object.findingCount());
    assertEquals(ObjectStatus.PARTIAL, scanned.object.status());
    assertEquals(FaultKind.FINDING_LIMIT, scanned.object.fault().kind());
    assertTrue(scanned.records.stream().noneMatch(record -> record.body().contains(EMAIL)));
  }

  @Test
  void anObjectThatTakesTooLongIsRefusedWithWhatWasReadByThen() {
    Limits limits = ChangedLimits.with("secondsPerObject", 60).limits();
    byte[] bytes = "one line of text\n".repeat(100).getBytes(StandardCharsets.UTF_8);
    AtomicLong now = new AtomicLong();
    ScannedObject scanned =
        ScannedObject.of(
            "logs/a",
            bytes.length,
            new ByteArrayInputStream(bytes),
            limits,
            () -> now.addAndGet(5_000_000_000L));
    assertEquals(ObjectStatus.REFUSED, scanned.object.status());
    assertEquals(FaultKind.TIME_LIMIT, scanned.object.fault().kind());
    assertTrue(!scanned.records.isEmpty() && scanned.records.size() < 100);
  }

  @Test
  void attributesBeyondTheLimitStayInTheBodyAlone() {
    StringBuilder log =
        new StringBuilder("{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{\"attributes\":[");
    for (int i = 0; i < 50; i++) {
      log.append(i == 0 ? "" : ",")
          .append("{\"key\":\"k" + i + "\",\"value\":{\"stringValue\":\"v\"}}");
    }
    log.append("]}]}]}]}");
    Limits limits = ChangedLimits.with("attributesPerRecord", 10).limits();
    ScannedObject scanned = scan("logs/a", log.toString(), limits);
    assertEquals(10, scanned.records.get(0).columns().attributes().size());
    assertTrue(scanned.records.get(0).body().contains("\"k49\""));
    assertEquals(ObjectStatus.SCANNED, scanned.object.status());
    assertEquals(FaultKind.ATTRIBUTE_LIMIT, scanned.object.fault().kind());
  }

  private static Limits windows(int window, int overlap) {
    return ChangedLimits.with("frameBytes", window)
        .and("lineBytes", window)
        .and("windowBytes", window)
        .and("overlapBytes", overlap)
        .limits();
  }

  private static ScannedObject scan(String key, String text) {
    return scan(key, text, Limits.defaults());
  }

  private static ScannedObject scan(String key, String text, Limits limits) {
    return ScannedObject.of(key, text.getBytes(StandardCharsets.UTF_8), limits);
  }

  /** Turns the marker exception of a test stream into what a store throws. */
  private static InputStream throwing(InputStream in) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
      }

      @Override
      public int read(byte[] target, int from, int length) throws IOException {
        try {
          return in.read(target, from, length);
        } catch (BrokenRead broken) {
          throw new IOException("connection reset", broken);
        }
      }
    };
  }

  private static final class BrokenRead extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
