package dev.telltale.rewriting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.decoding.WriteRequests;
import dev.telltale.unpacking.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xerial.snappy.Snappy;

/** Known answers: what each layer looks like after a value in it was replaced. */
class RewriterTest {
  private static final String KEY = "logs/x.json";
  private static final String MAIL = "ann@corp.io";
  private static final String MARKER = "telltale-erased";

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static RewrittenObject erased(byte[] object) {
    return RewrittenObject.of(KEY, object, "pii.email");
  }

  private static RewrittenObject erased(String object) {
    return erased(utf8(object));
  }

  /** Each text is itself with the marker where the address is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ \"a\": 1,\"mail\":\"ann@corp.io\", \"b\" : [ 1.0, \"\\u0041\\/\" ] }\n",
        "{\"mail\":\"ann@corp.io\",\"mail\":\"ann@corp.io\"}",
        "{\"a\":1}\r\n{\"mail\":\"ann@corp.io\"}\r\n{\"b\":2}",
        "{\"a\":1}{\"mail\":\"to ann@corp.io \\\"x\\\"\"}{\"b\":2}",
        "\u001e{\"a\":1}\n\u001e{\"mail\":\"ann@corp.io\"}\n",
        "{\"ann@corp.io\":{\"x\":1}}",
        "{\"log\":\"{\\\"mail\\\": \\\"ann@corp.io\\\", \\\"n\\\":1 }\"}",
        "{\"log\":\"{\\\"x\\\":\\\"{\\\\\\\"mail\\\\\\\":\\\\\\\"ann@corp.io\\\\\\\"}\\\"}\"}",
        "2026-03-01T10:00:00Z INFO login of ann@corp.io ok\nand more\n",
        "level=info msg=\"login of ann@corp.io \\\"x\\\"\" n=1\nlevel=info msg=b n=2\n",
        "a,b\n1,\"x \"\"ann@corp.io\"\" y\"\n2,z\n",
        "<14>1 2026-03-01T10:00:00Z host app 12 - [id k=\"ann@corp.io\"] hi\n",
        "{\"u\":\"https://h.io/?mail=ann%40corp.io&b=%20\"}",
        "{\"u\":\"&lt;ann&#64;corp.io&gt; &amp;\"}",
        "{\"u\":\"\\u001b[31mann@corp.io\\u001b[0m on\"}"
      })
  void aTextKeepsEverythingElse(String object) {
    String expected =
        object
            .replace("ann@corp.io", MARKER)
            .replace("ann%40corp.io", MARKER)
            .replace("ann&#64;corp.io", MARKER);
    assertEquals(expected, erased(object).text());
  }

  @Test
  void anArrayOfCharactersStaysOne() {
    String object = "{\"code\": \"to = new char[] { %s , '!'}; // mail\"}";
    assertEquals(
        object.formatted(elements(MARKER)), erased(object.formatted(elements(MAIL))).text());
  }

  private static String elements(String text) {
    return text.chars().mapToObj(c -> "'" + (char) c + "'").collect(Collectors.joining(", "));
  }

  @Test
  void aNumberStaysANumber() {
    String object = "{\"card\": 4539578763621486, \"n\": 5}";
    assertEquals(
        "{\"card\": 0, \"n\": 5}", RewrittenObject.of(KEY, utf8(object), "finance.card").text());
  }

  @Test
  void otherMembersOfGzipAndTheHeaderStay() throws IOException {
    byte[] before = Bytes.gzip("{\"a\":1}\n");
    byte[] member = Bytes.gzip("{\"mail\":\"" + MAIL + "\"}\n");
    member[4] = 17;
    member[9] = 11;
    byte[] after = Bytes.gzip("{\"b\":1}\n");
    byte[] bytes = erased(Bytes.join(before, member, after)).bytes();
    assertArrayEquals(before, Arrays.copyOf(bytes, before.length));
    assertEquals(17, bytes[before.length + 4]);
    assertEquals(11, bytes[before.length + 9]);
    assertArrayEquals(after, Arrays.copyOfRange(bytes, bytes.length - after.length, bytes.length));
    assertEquals(
        "{\"a\":1}\n{\"mail\":\"" + MARKER + "\"}\n{\"b\":1}\n",
        new String(
            new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(),
            StandardCharsets.UTF_8));
  }

  /** Lengths that are alike modulo three, and those that are not. */
  @ParameterizedTest
  @CsvSource({"xxx,true", "xx,true", "x,true", "xxx,false", "x,false"})
  void base64KeepsItsPaddingAndWhatStandsBefore(String tail, boolean padded) {
    Base64.Encoder encoder = padded ? Base64.getEncoder() : Base64.getEncoder().withoutPadding();
    String before = "some words in front of an address: ";
    String encoded = encoder.encodeToString(utf8(before + MAIL + " and behind it " + tail));
    String expected = encoder.encodeToString(utf8(before + MARKER + " and behind it " + tail));
    assertEquals(
        "{\"data\":\"" + expected + "\",\"x\":1}",
        erased("{\"data\":\"" + encoded + "\",\"x\":1}").text());
  }

  @Test
  void foldedBase64KeepsItsLines() {
    String content = "words in front, as many as there have to be, of " + MAIL + " and behind";
    content += " ".repeat(3) + "so that there is one more line of base64, and another after it.";
    Base64.Encoder mime = Base64.getMimeEncoder(64, utf8("\n"));
    String object = "{\"data\":\"" + mime.encodeToString(utf8(content)) + "\"}";
    String expected =
        "{\"data\":\"" + mime.encodeToString(utf8(content.replace(MAIL, MARKER))) + "\"}";
    assertEquals(expected.replace("\n", "\\n"), erased(object.replace("\n", "\\n")).text());
  }

  @Test
  void theLayoutOfGitpodMetricsIsKept() throws IOException {
    byte[] message = WriteRequests.full();
    String envelope = WriteRequests.envelope(WriteRequests.snappy(message));
    byte[] object = Bytes.gzip("{\"b\":\"AAA=\"}" + envelope + envelope);
    RewrittenObject rewritten = RewrittenObject.of("metrics/x", object, "pii.email");
    String text =
        new String(
            new GZIPInputStream(new ByteArrayInputStream(rewritten.bytes())).readAllBytes(),
            StandardCharsets.UTF_8);
    String last = text.substring(text.lastIndexOf(":\"") + 2, text.length() - 2);
    byte[] now = Snappy.uncompress(Base64.getDecoder().decode(last));
    String printable = new String(now, StandardCharsets.ISO_8859_1);
    assertEquals(-1, printable.indexOf("corp.io"));
    assertEquals(message.length + 2 * (MARKER.length() - MAIL.length()) - 1, now.length);
  }

  @Test
  void aSymbolOfRemoteWriteIsReplacedForAllOfItsUsers() {
    byte[] object = WriteRequests.second();
    String text = new String(object, StandardCharsets.ISO_8859_1);
    String expected = text.replace("\"\u000bann@corp.io", "\"\u000ftelltale-erased");
    assertEquals(
        expected,
        new String(
            RewrittenObject.of("metrics/x", object, "pii.email").bytes(),
            StandardCharsets.ISO_8859_1));
  }

  @Test
  void anObjectWithoutTheValueStaysAsItIs() {
    assertEquals(Obstacle.NO_TARGET, erased("{}").obstacle());
  }

  @Test
  void aValueInTheKeyIsNotForRewriting() {
    assertEquals(
        Obstacle.IN_KEY,
        RewrittenObject.of("logs/ann@corp.io.json", utf8("{\"m\":\"ann@corp.io\"}"), "pii.email")
            .obstacle());
  }

  @Test
  void twoValuesInOneRunOfBase64AreBothReplaced() {
    String content = "from ann@corp.io to bob@corp.io, with some words around them both";
    String encoded = Base64.getEncoder().encodeToString(utf8(content));
    String expected =
        Base64.getEncoder()
            .encodeToString(utf8(content.replace(MAIL, MARKER).replace("bob@corp.io", MARKER)));
    assertEquals(
        "{\"data\":\"" + expected + "\"}", erased("{\"data\":\"" + encoded + "\"}").text());
  }

  @Test
  void aMessageInSeveralLinesLosesBothPartsOfTheValue() {
    String object =
        """
        2026-03-01T10:00:00.000000000Z stdout P login of ann@co
        2026-03-01T10:00:00.000000001Z stdout F rp.io was ok
        2026-03-01T10:00:00.000000002Z stdout F something else
        """;
    assertEquals(object.replace("ann@co", MARKER).replace("rp.io", MARKER), erased(object).text());
  }

  @Test
  void eachLineOfAKeyThatIsLoggedLineByLineIsReplaced() {
    StringBuilder object = new StringBuilder();
    String material = Base64.getEncoder().encodeToString(randomBytes(1_190));
    List<String> lines = new ArrayList<>();
    lines.add("-----BEGIN RSA PRIVATE KEY-----");
    for (int at = 0; at < material.length(); at += 64) {
      lines.add(material.substring(at, Math.min(material.length(), at + 64)));
    }
    lines.add("-----END RSA PRIVATE KEY-----");
    for (String line : lines) {
      object.append("{\"level\":\"info\",\"message\":\"").append(line).append("\"}\n");
    }
    object.append("{\"level\":\"info\",\"message\":\"listening\"}\n");
    String text = RewrittenObject.of(KEY, utf8(object.toString()), row -> true).text();
    for (String line : lines.subList(1, lines.size() - 1)) {
      assertFalse(text.contains(line.substring(0, 20)));
    }
    assertTrue(text.endsWith("{\"level\":\"info\",\"message\":\"listening\"}\n"));
  }

  private static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  @Test
  void everyAddressOfARecordGoesWhenAllAreTargets() {
    StringBuilder object = new StringBuilder("{\"to\":[");
    for (int i = 0; i < 150; i++) {
      object.append(i == 0 ? "" : ",").append("\"person").append(i % 90).append("@corp.io\"");
    }
    object.append("]}");
    String text = erased(object.toString()).text();
    assertFalse(text.contains("@"), text);
  }

  @Test
  void theValueOfOneFindingGoesWhereverItIs() {
    String object = "{\"a\":\"ann@corp.io\",\"b\":\"bob@corp.io\",\"c\":\"ann@corp.io\"}";
    Rewritten rewritten =
        RewrittenObject.of(KEY, utf8(object), row -> row.finding().fieldPath().equals("$.a"))
            .rewritten();
    assertEquals(
        "{\"a\":\"telltale-erased\",\"b\":\"bob@corp.io\",\"c\":\"telltale-erased\"}",
        new String(rewritten.reveal(), StandardCharsets.UTF_8));
    assertEquals(2, rewritten.replaced().size());
    assertEquals(3, rewritten.proof().findingsBefore());
    assertEquals(1, rewritten.proof().findingsAfter());
    assertEquals(22, rewritten.proof().replacedBytes());
    assertEquals(object.length() - 22, rewritten.proof().unchangedBytes());
  }

  @Test
  void whatIsErasedIsNoFindingAndStaysSo() {
    String object = "password=telltale-erased mail: telltale-erased\n";
    assertEquals(Obstacle.NO_TARGET, RewrittenObject.of(KEY, utf8(object), row -> true).obstacle());
  }

  @Test
  void aSecretBesideTheMarkerIsStillFound() {
    String object = "{\"password\":\"telltale-erasedH7xK2pQ9vLw3\"}\n";
    assertFalse(RewrittenObject.of(KEY, utf8(object), row -> true).text().contains("H7xK2pQ9vLw3"));
  }

  @Test
  void thePasswordOfAKubernetesSecretStaysBase64() {
    Base64.Encoder encoder = Base64.getEncoder();
    String secret =
        "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"db\"},"
            + "\"data\":{\"username\":\"YWRtaW4=\",\"password\":\"%s\"}}\n";
    assertEquals(
        secret.formatted(encoder.encodeToString(utf8(MARKER + "\n"))),
        RewrittenObject.of(
                KEY,
                utf8(secret.formatted(encoder.encodeToString(utf8("H7xK2pQ9vLw3\n")))),
                row -> true)
            .text());
  }

  @Test
  void theNameInAGzipHeaderGoesWithTheContent() {
    byte[] plain = Bytes.gzip(utf8("{\"mail\":\"" + MAIL + "\"}\n"));
    byte[] header = Arrays.copyOf(plain, 10);
    header[3] = 8;
    byte[] named =
        Bytes.join(header, utf8("ann@corp.io.json\0"), Arrays.copyOfRange(plain, 10, plain.length));
    byte[] bytes = erased(named).bytes();
    assertEquals(
        MARKER + ".json\0", new String(bytes, 10, MARKER.length() + 6, StandardCharsets.UTF_8));
  }
}
