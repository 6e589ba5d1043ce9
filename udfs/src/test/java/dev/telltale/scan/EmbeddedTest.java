package dev.telltale.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import dev.telltale.limit.Limits;
import dev.telltale.unpacking.Bytes;
import dev.telltale.unpacking.KplBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Values are found however the bytes that hold them lie in the object. */
class EmbeddedTest {
  private static final String TOKEN = "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";
  private static final String OTLP =
      "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{\"timeUnixNano\":\"1772000000000000000\","
          + "\"body\":{\"stringValue\":\"note %s\"}}]}]}]}";

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static byte[] zlib(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream zlib = new DeflaterOutputStream(out)) {
      zlib.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static byte[] withLength(byte[] message) {
    int n = message.length;
    return Bytes.join(Bytes.of(n >> 24, n >> 16 & 0xff, n >> 8 & 0xff, n & 0xff), message);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static ScannedObject scan(byte[] bytes) {
    return ScannedObject.of("k", bytes, Limits.defaults());
  }

  private static void assertFound(String name, byte[] bytes) {
    ScannedObject object = scan(bytes);
    assertTrue(holds(object), name + " " + object.object);
    assertFalse(object.records.stream().anyMatch(record -> record.body().contains(TOKEN)), name);
  }

  private static boolean holds(ScannedObject object) {
    String fingerprint = ScannedObject.KEY.fingerprint(TOKEN);
    return object.findings.stream()
        .anyMatch(finding -> finding.finding().fingerprint().equals(fingerprint));
  }

  @Test
  void inMembersBehindWhateverStandsInFront() {
    byte[] line = utf8("{\"level\":\"info\",\"note\":\"" + TOKEN + "\"}\n");
    for (byte[] member : List.of(gzip(line), zlib(line), Zstd.compress(line))) {
      for (byte[] head :
          List.of(
              utf8("HEADER"),
              utf8("a line of text\nand another\n"),
              utf8("{\"json\":1}\n{\"json\":2}\n"),
              random(5),
              random(70_000),
              random(5_000_000))) {
        assertFound(head.length + " bytes", Bytes.join(head, member));
        assertFound(head.length + " bytes", Bytes.join(head, member, head));
        assertFound(head.length + " bytes in gzip", gzip(Bytes.join(head, member)));
      }
    }
  }

  @Test
  void inMessagesOfTheFileExporter() {
    List<byte[]> each = new ArrayList<>();
    List<byte[]> plain = new ArrayList<>();
    for (String note : List.of("first", TOKEN, "last")) {
      byte[] message = utf8(OTLP.formatted(note));
      each.add(withLength(Zstd.compress(message)));
      plain.add(withLength(message));
    }
    ScannedObject compressed = scan(Bytes.join(each.toArray(new byte[0][])));
    assertEquals("otlp-json", compressed.object.format());
    assertEquals(3, compressed.records.size());
    assertEquals(ObjectStatus.SCANNED, compressed.object.status());
    assertEquals(0, compressed.object.bytesRawScanned());
    assertTrue(holds(compressed));
    ScannedObject over = scan(Zstd.compress(Bytes.join(plain.toArray(new byte[0][]))));
    assertEquals("otlp-json", over.object.format());
    assertEquals(3, over.records.size());
    assertEquals(ObjectStatus.SCANNED, over.object.status());
    assertTrue(holds(over));
  }

  @Test
  void inAggregatesAlsoInsideEventsAndFailedRecords() {
    byte[] line = utf8("{\"note\":\"" + TOKEN + "\"}");
    byte[] other = utf8("{\"note\":\"nothing\"}");
    for (byte[] aggregate :
        List.of(
            KplBytes.aggregate("key", other, line),
            KplBytes.aggregate("key", gzip(other), gzip(line)),
            KplBytes.aggregate("key", zlib(other), zlib(line)),
            gzip(KplBytes.aggregate("key", other, line)))) {
      assertFound("alone", aggregate);
      String base64 = Base64.getEncoder().encodeToString(aggregate);
      assertFound(
          "kinesis event",
          utf8(
              "{\"Records\":[{\"kinesis\":{\"kinesisSchemaVersion\":\"1.0\",\"partitionKey\":\"1\",\"sequenceNumber\":\"4\","
                  + "\"data\":\""
                  + base64
                  + "\",\"approximateArrivalTimestamp\":1545084650.987},"
                  + "\"eventSource\":\"aws:kinesis\",\"eventVersion\":\"1.0\",\"eventID\":\"s:4\","
                  + "\"eventName\":\"aws:kinesis:record\",\"awsRegion\":\"eu-west-1\"}]}"));
      assertFound(
          "failed record",
          utf8(
              "{\"attemptsMade\":1,\"arrivalTimestamp\":1772000000000,\"errorCode\":\"E\",\"errorMessage\":\"m\","
                  + "\"attemptEndingTimestamp\":1772000000001,\"rawData\":\""
                  + base64
                  + "\"}"));
    }
  }

  @Test
  void inEnvelopesOfMetricsThatHoldSomethingElse() {
    byte[] line = utf8("{\"note\":\"" + TOKEN + "\"}");
    for (byte[] content : List.of(gzip(line), Zstd.compress(line), line, utf8("note " + TOKEN))) {
      byte[] object = utf8("{\"b\":\"" + Base64.getEncoder().encodeToString(content) + "\"}\n");
      assertFound("envelope", object);
      assertEquals(ObjectStatus.SCANNED, scan(object).object.status());
    }
  }

  private static String folded(String text, int width, String between) {
    String run = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < run.length(); i += width) {
      lines.append(i == 0 ? "" : between).append(run, i, Math.min(run.length(), i + width));
    }
    return lines.toString();
  }

  @Test
  void inBase64ThatIsFolded() {
    for (int width : new int[] {64, 76}) {
      for (int offset = 0; offset < 60; offset += 7) {
        String text =
            "{\"pad\":\""
                + "p".repeat(offset)
                + "\",\"note\":\""
                + TOKEN
                + "\",\"end\":\"of a longer text\"}";
        for (String between : List.of("\n", "\\n", "\r\n", "\n    ")) {
          String run = folded(text, width, between);
          String json = run.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
          assertFound("json", utf8("{\"level\":\"info\",\"body\":\"" + json + "\"}\n"));
          assertFound(
              "text",
              utf8("2026-11-20T10:00:00Z INFO body=" + run + "\n2026-11-20T10:00:01Z done\n"));
        }
        assertFound(
            "yaml",
            utf8("data:\n  blob: |\n    " + folded(text, width, "\n    ") + "\ntype: Opaque\n"));
        StringBuilder records = new StringBuilder();
        folded(text, width, "\n")
            .lines()
            .forEach(line -> records.append("{\"level\":\"info\",\"msg\":\"" + line + "\"}\n"));
        assertFound("records", utf8(records.toString()));
        StringBuilder lines = new StringBuilder();
        folded(text, width, "\n")
            .lines()
            .forEach(line -> lines.append("2026-11-20T10:00:00Z INFO " + line + "\n"));
        assertFound("lines", utf8(lines.toString()));
      }
    }
  }

  @Test
  void inLinesThatWereCut() {
    String head = TOKEN.substring(0, 15);
    String tail = TOKEN.substring(15);
    for (String pad : List.of("x ", "\u8a9e")) {
      int count = (16_384 - head.length()) / pad.getBytes(UTF_8).length;
      String first = pad.repeat(count);
      first += " ".repeat(16_384 - head.length() - first.getBytes(UTF_8).length) + head;
      String rest = "\",\"stream\":\"stdout\",\"time\":\"2026-11-20T10:00:00Z\"}\n";
      assertFound(
          "docker", utf8("{\"log\":\"" + first + rest + "{\"log\":\"" + tail + "\\n" + rest));
    }
    for (String tag : List.of("logtag", "_p", "flags")) {
      StringBuilder parts = new StringBuilder();
      for (String part :
          List.of("note " + TOKEN.substring(0, 9), TOKEN.substring(9, 30), TOKEN.substring(30))) {
        String mark = TOKEN.endsWith(part) ? "F" : "P";
        parts.append(
            "{\"log\":\"%s\",\"stream\":\"stdout\",\"%s\":\"%s\"}%n".formatted(part, tag, mark));
      }
      assertFound(tag, utf8(parts.toString()));
    }
  }

  private static String spelled(String text) {
    return Stream.of(text.getBytes(UTF_8))
        .map(java.util.Arrays::toString)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void inNumbersThatSpellText() {
    String array = spelled("cloned with " + TOKEN + "\r");
    assertFound(
        "journald",
        utf8("{\"__REALTIME_TIMESTAMP\":\"1\",\"_HOSTNAME\":\"n\",\"MESSAGE\":" + array + "}\n"));
    assertFound(
        "several",
        utf8(
            "{\"__REALTIME_TIMESTAMP\":\"1\",\"_HOSTNAME\":\"n\",\"MESSAGE\":[\"x\","
                + array
                + "]}\n"));
    assertFound("buffer", utf8("{\"type\":\"Buffer\",\"data\":" + array + "}\n"));
    assertFound("nested", utf8("{\"a\":[{\"b\":[[1,2],[" + array + "]]}]}\n"));
  }

  @Test
  void numbersThatAreNumbersStayNumbers() {
    ScannedObject object =
        scan(
            utf8(
                "{\"cpu\":[65,70,72,68,80,90,95,97,99,98,80,81,82,83,84,85,86],\"p\":[80,100,101,120,110,300,400,90,91,92,93,94,95,96,97,98]}\n"));
    assertTrue(object.records.get(0).body().contains("[65,70"));
    assertTrue(object.records.get(0).body().contains("[80,100"));
  }

  @Test
  void inEntriesOfTheJournalsExportForm() {
    byte[] binary = Bytes.join(utf8("first\nline with " + TOKEN + "\n"), Bytes.of(0xff, 0xfe));
    byte[] length = Bytes.of(binary.length, 0, 0, 0, 0, 0, 0, 0);
    byte[] entry =
        Bytes.join(
            utf8(
                "__CURSOR=s=1\n__REALTIME_TIMESTAMP=1772000000000000\n_HOSTNAME=node\nPRIORITY=3\nMESSAGE\n"),
            length,
            binary,
            utf8("\n_PID=1\n\n"));
    ScannedObject object = scan(Bytes.join(entry, entry, entry));
    assertEquals("journald", object.object.format());
    assertEquals(3, object.records.size());
    assertEquals(ObjectStatus.SCANNED, object.object.status());
    assertEquals("ERROR", object.records.get(0).columns().severity());
    assertTrue(holds(object));
  }

  @Test
  void inEnvelopesWhoseBase64IsFolded() {
    byte[] line = gzip(utf8("{\"note\":\"" + TOKEN + "\",\"pad\":\"a text of some length\"}"));
    String run = Base64.getMimeEncoder(64, utf8("\n")).encodeToString(line).replace("\n", "\\n");
    byte[] object = utf8("{\"b\":\"" + run + "\"}\n");
    assertFound("envelope", object);
    assertEquals(ObjectStatus.SCANNED, scan(object).object.status());
  }

  private static byte[] field(int tag, byte[] content) {
    return Bytes.join(Bytes.of(tag, content.length), content);
  }

  @Test
  void inBytesOfMessages() {
    byte[] line = utf8("{\"note\":\"" + TOKEN + "\"}");
    for (byte[] member : List.of(gzip(line), zlib(line), Zstd.compress(line))) {
      byte[] log =
          Bytes.join(
              Bytes.of(0x09, 0, 0, 0xf3, 0x23, 0x84, 0x5b, 0xd7, 0x18),
              field(0x2a, field(0x3a, member)));
      assertFound("otlp", field(0x0a, field(0x12, field(0x12, log))));
      assertFound(
          "undeclared",
          Bytes.join(
              field(0x0a, utf8("some name")),
              field(0x12, utf8("another")),
              field(0x1a, member),
              Bytes.of(0x20, 5)));
      String base64 = Base64.getEncoder().encodeToString(withLength(member));
      assertFound("envelope", utf8("{\"b\":\"" + base64 + "\"}\n"));
    }
  }

  @Test
  void inZstdInsideBase64() {
    byte[] line = utf8("{\"note\":\"" + TOKEN + "\"}");
    String base64 = Base64.getEncoder().encodeToString(Zstd.compress(line));
    assertFound("field", utf8("{\"level\":\"info\",\"body\":\"" + base64 + "\"}\n"));
  }

  @Test
  void inMembersInTheMiddleOfALine() {
    byte[] line = utf8("{\"note\":\"" + TOKEN + "\"}\n");
    byte[] head = utf8("a long line of text, ".repeat(900));
    assertFound("text", Bytes.join(head, gzip(line)));
    assertFound("lines", Bytes.join(utf8("one\n"), head, gzip(line), utf8("\nlast line\n")));
  }

  @Test
  void zerosAfterTextAreNoFault() {
    for (String text : List.of("{\"a\":1}\n{\"b\":2}\n", "a line\nanother\n", "{\"a\":1}")) {
      for (int zeros : new int[] {1, 300, 100_000}) {
        ScannedObject object = scan(Bytes.join(utf8(text), new byte[zeros]));
        assertEquals(ObjectStatus.SCANNED, object.object.status(), text + object.object.faults());
        assertEquals(text.length() + zeros, object.answered());
      }
    }
  }

  @Test
  void linesOfTextBetweenValuesAreNoFault() {
    String json = "{\"level\":\"info\",\"n\":1}\n";
    String text = "starting the server\n\tat com.example.Main\n";
    for (String order :
        List.of(json + text + json + json, text + json + json + json, json.repeat(9_000) + text)) {
      ScannedObject object = scan(utf8(order + "note " + TOKEN + "\n"));
      assertEquals(ObjectStatus.SCANNED, object.object.status(), object.object.faults().toString());
      assertTrue(holds(object));
      assertEquals(order.length() + 5 + TOKEN.length() + 1, object.answered());
    }
  }
}
