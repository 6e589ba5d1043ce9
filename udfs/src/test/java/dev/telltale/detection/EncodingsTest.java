package dev.telltale.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.fault.FaultKind;
import dev.telltale.value.JsonText;
import dev.telltale.value.TextValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EncodingsTest {
  private static final String INNER = "{\"user\":{\"email\":\"" + Scans.EMAIL + "\"}}";

  private final Scans scans = new Scans();

  @AfterEach
  void close() {
    scans.close();
  }

  private static String field(String name, String text) {
    return "{\"" + name + "\":" + JsonText.of(new TextValue(text)) + "}";
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void jsonInAStringIsReadAndWrittenBack() {
    Detected detected = scans.json(field("args", INNER));
    Finding finding = detected.findings().get(0);
    assertEquals("$.args|json$.user.email", finding.fieldPath());
    assertEquals(List.of("json"), finding.encodings());
    String marker = Scans.marker("pii.email", Scans.EMAIL);
    assertEquals(
        field("args", "{\"user\":{\"email\":\"" + marker + "\"}}"), Scans.redacted(detected));
  }

  @Test
  void base64OfJsonIsReplacedWhole() {
    Detected detected = scans.json(field("rawData", base64(INNER)));
    assertEquals("$.rawData|base64|json$.user.email", detected.findings().get(0).fieldPath());
    assertEquals(List.of("base64", "json"), detected.findings().get(0).encodings());
    assertEquals(
        field("rawData", Scans.marker("pii.email", Scans.EMAIL)), Scans.redacted(detected));
  }

  @Test
  void gzipInBase64IsUnpacked() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(("mail " + Scans.EMAIL).getBytes(StandardCharsets.UTF_8));
    }
    Finding finding = scans.only(field("data", base64(bytes.toByteArray())));
    assertEquals("$.data|base64|gzip", finding.fieldPath());
    assertEquals(5, finding.start());
  }

  @Test
  void base64OfAMessageWithTextInItIsRead() {
    String message = "\n\u0012git clone as author\u0002 " + Scans.EMAIL + " \u001a\u0004main";
    Finding finding = scans.only(field("initializer", base64(message)));
    assertEquals("$.initializer|base64", finding.fieldPath());
    assertEquals(Scans.KEY.fingerprint(Scans.EMAIL), finding.fingerprint());
  }

  @Test
  void brokenGzipInBase64IsReadAsFarAsItGoesAndNamed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(("mail " + Scans.EMAIL + " and so on").getBytes(StandardCharsets.UTF_8));
    }
    byte[] cut = java.util.Arrays.copyOf(bytes.toByteArray(), bytes.size() - 8);
    Detected detected = scans.json(field("data", base64(cut)));
    assertEquals(1, detected.findings().size());
    assertTrue(detected.limits().contains(FaultKind.GZIP_DATA));
  }

  @Test
  void percentEncodingIsUndone() {
    Detected detected = scans.json(field("url", "/login?mail=jo.miller%40acme-widgets.io&x=1"));
    Finding finding = detected.findings().get(0);
    assertEquals("$.url|url", finding.fieldPath());
    assertEquals(Scans.KEY.fingerprint(Scans.EMAIL), finding.fingerprint());
    assertEquals(
        field("url", "/login?mail=" + Scans.marker("pii.email", Scans.EMAIL) + "&x=1"),
        Scans.redacted(detected));
  }

  @Test
  void escapesInTextAreUndone() {
    Finding finding = scans.only(field("msg", "got \\u006ao.miller@acme-widgets.io back"));
    assertEquals(List.of("json"), finding.encodings());
    assertEquals(Scans.KEY.fingerprint(Scans.EMAIL), finding.fingerprint());
  }

  @Test
  void whatReadsTheSameIsReportedOnce() {
    assertEquals(
        List.of("pii.email"),
        scans.rules(field("msg", "{\\\"mail\\\":\\\"" + Scans.EMAIL + "\\\" x")));
  }

  @Test
  void deeperThanTheLimitIsReportedAsALimit() {
    String text = INNER;
    for (int i = 0; i < 5; i++) {
      text = base64(text);
    }
    Detected detected = scans.json(field("data", text));
    assertTrue(detected.limits().contains(FaultKind.ENCODING_LIMIT));
    assertFalse(
        scans.json(field("data", base64(INNER))).limits().contains(FaultKind.ENCODING_LIMIT));
  }
}
