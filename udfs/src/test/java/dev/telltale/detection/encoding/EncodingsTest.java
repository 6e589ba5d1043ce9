package dev.telltale.detection.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.detection.Detected;
import dev.telltale.detection.Scans;
import dev.telltale.detection.finding.Finding;
import dev.telltale.fault.FaultKind;
import dev.telltale.value.JsonText;
import dev.telltale.value.TextValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("smoke")
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
    assertEquals(Set.of(FaultKind.GZIP_TRUNCATED), detected.limits());
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

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  @Test
  void everyMemberOfGzipInBase64IsUnpacked() throws IOException {
    byte[] members = joined(gzip("first member, "), gzip("second: " + Scans.EMAIL));
    Detected detected = scans.json(field("data", base64(members)));
    assertEquals(List.of("base64", "gzip"), detected.findings().get(0).encodings());
    assertEquals(Set.of(), detected.limits());
  }

  @Test
  void bytesBehindAGzipMemberAreNamed() throws IOException {
    byte[] bytes = joined(gzip("mail " + Scans.EMAIL), new byte[] {1, 2, 3});
    Detected detected = scans.json(field("data", base64(bytes)));
    assertEquals(1, detected.findings().size());
    assertEquals(Set.of(FaultKind.GZIP_TRAILING_BYTES), detected.limits());
  }

  @Test
  void aWrongChecksumInsideBase64IsNamed() throws IOException {
    byte[] bytes = gzip("mail " + Scans.EMAIL);
    bytes[bytes.length - 7] ^= 1;
    assertEquals(
        Set.of(FaultKind.GZIP_CHECKSUM), scans.json(field("data", base64(bytes))).limits());
  }

  @Test
  void zlibInBase64IsUnpacked() {
    Deflater deflater = new Deflater();
    deflater.setInput(("mail " + Scans.EMAIL + " of the owner").getBytes(StandardCharsets.UTF_8));
    deflater.finish();
    byte[] out = new byte[200];
    int length = deflater.deflate(out);
    deflater.end();
    Finding finding = scans.only(field("data", base64(Arrays.copyOf(out, length))));
    assertEquals("$.data|base64|zlib", finding.fieldPath());
    assertEquals(List.of("base64", "zlib"), finding.encodings());
  }

  @Test
  void utf16InBase64IsRead() {
    byte[] wide = ("mail " + Scans.EMAIL).getBytes(StandardCharsets.UTF_16LE);
    Finding finding = scans.only(field("command", base64(wide)));
    assertEquals(List.of("base64", "utf-16"), finding.encodings());
    assertEquals(Scans.KEY.fingerprint(Scans.EMAIL), finding.fingerprint());
  }

  @Test
  void bothAlphabetsOfBase64AreRead() {
    String text = "??>>~~ mail " + Scans.EMAIL + " ??>>~~";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String urlSafe = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    assertTrue(urlSafe.contains("-") || urlSafe.contains("_"));
    assertEquals(List.of("pii.email"), scans.rules(field("data", urlSafe)));
    assertEquals(List.of("pii.email"), scans.rules(field("data", base64(bytes))));
  }

  @Test
  void hexThatSpellsTextIsRead() {
    byte[] bytes = ("mail " + Scans.EMAIL).getBytes(StandardCharsets.UTF_8);
    String hex = HexFormat.of().formatHex(bytes);
    Detected detected = scans.json(field("payload", "0x" + hex + " end"));
    assertEquals("$.payload|hex", detected.findings().get(0).fieldPath());
    assertFalse(Scans.redacted(detected).contains(hex.substring(20)));
  }

  @Test
  void characterReferencesAreUndone() {
    for (String at : List.of("&#64;", "&#x40;", "&commat;")) {
      Detected detected =
          scans.json(field("html", "<b>" + Scans.EMAIL.replace("@", at) + "</b> &amp; more"));
      Finding finding = detected.findings().get(0);
      assertEquals("$.html|html", finding.fieldPath());
      assertEquals(Scans.KEY.fingerprint(Scans.EMAIL), finding.fingerprint());
      assertEquals(
          field("html", "<b>" + Scans.marker("pii.email", Scans.EMAIL) + "</b> &amp; more"),
          Scans.redacted(detected));
    }
  }

  @Test
  void quotedPrintableIsUndone() {
    Finding finding = scans.only(field("mail", "From: jo.mil=\r\nler=40acme-widgets.io\r\nx=3D1"));
    assertEquals(List.of("quoted-printable"), finding.encodings());
    assertEquals(Scans.KEY.fingerprint(Scans.EMAIL), finding.fingerprint());
  }

  @Test
  void thePaddingOfAKeyBlockIsNoSoftLineBreak() {
    for (String padding : List.of("=", "==")) {
      String block =
          "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ7q0rXh5Yv8Tz2Wn4Kd6Jf9Lm3Pp1Qs5Uu7Vw8Xy"
              + padding
              + "\n-----END PRIVATE KEY-----";
      Finding finding = scans.only(field("m", "tls=AB and =3D then\n" + block + "\n"));
      assertEquals(Scans.KEY.fingerprint(block), finding.fingerprint());
    }
  }

  @Test
  void escapesOfBytesAreUndone() {
    Finding finding = scans.only(field("msg", "got jo.miller\\x40acme-widgets.io back"));
    assertEquals(List.of("json"), finding.encodings());
  }

  @Test
  void fourEncodingsInsideOneAnotherAreUndoneAndAllAreNamed() {
    String url = "mail=" + Scans.EMAIL.replace("@", "%40") + "&x=1";
    String json = "{\"q\":" + JsonText.of(new TextValue(url)) + "}";
    String text = HexFormat.of().formatHex(base64(json).getBytes(StandardCharsets.UTF_8));
    Finding finding = scans.only(field("data", text));
    assertEquals(List.of("hex", "base64", "json", "url"), finding.encodings());
    assertEquals("$.data|hex|base64|json$.q|url", finding.fieldPath());
  }

  @Test
  void aKeyBlockWithItsLineBreaksSpelledOutIsOneValue() {
    String line = "MIIEpAIBAAKCAQEA7bq0rXh5Yv8Tz2Wn4Kd6Jf9Lm3Pp1Qs5Uu7Vw8Xy0Za2Bc4";
    String block =
        "-----BEGIN RSA PRIVATE KEY-----\n"
            + (line + "\n").repeat(6)
            + "-----END RSA PRIVATE KEY-----";
    Finding finding = scans.only(field("key", "key=" + block.replace("\n", "\\n") + " end"));
    assertEquals("pem.private-key", finding.rule());
    assertEquals(Scans.KEY.fingerprint(block), finding.fingerprint());
  }

  @Test
  void anEndlessKeyBlockIsFollowedAndItsCutNamed() {
    String body = "MIIEpAIBAAKCAQEA7bq0rXh5Yv8Tz2Wn4Kd6Jf9Lm3Pp1Qs5Uu7Vw8Xy0Za2Bc4\n".repeat(1_000);
    String block = "-----BEGIN RSA PRIVATE KEY-----\n" + body + "-----END RSA PRIVATE KEY-----";
    Detected whole = scans.text("start " + block + " end");
    assertEquals(Scans.KEY.fingerprint(block), whole.findings().get(0).fingerprint());
    assertEquals(Set.of(), whole.limits());
    Detected endless =
        scans.text("-----BEGIN RSA PRIVATE KEY-----\n" + body.repeat(40) + "-----END");
    // Its lines are looked for one by one as well, and are more than a rule may report.
    assertEquals(Set.of(FaultKind.MATCH_LIMIT, FaultKind.FINDING_LIMIT), endless.limits());
  }

  @Test
  void anArrayOfCharactersIsTheTextThatItSpells() {
    for (String code :
        List.of(
            "char[] password = new char[] {'h','7','n','T','e','r','2','q'};",
            "char password[] = { 'h', '7', 'n', 'T', 'e', 'r', '2', 'q' };",
            "password = ['h','7','n','T','e','r','2','q']",
            "char[] password = \"h7nTer2q\".toCharArray();")) {
      Detected detected = scans.text(code);
      assertEquals(1, detected.findings().size(), code);
      assertEquals(
          Scans.KEY.fingerprint("h7nTer2q"), detected.findings().get(0).fingerprint(), code);
      assertFalse(Scans.redacted(detected).contains("'n'"), code);
    }
    assertEquals(List.of(), scans.text("switch (c) { case 'a', 'b', 'c': }").findings());
  }
}
