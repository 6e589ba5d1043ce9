package dev.telltale.decoding.message.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.decoding.message.WireBytes;
import dev.telltale.decoding.message.wire.MessageReading;
import dev.telltale.decoding.message.wire.Violation;
import dev.telltale.limit.ChangedLimits;
import dev.telltale.limit.Limits;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.JsonText;
import dev.telltale.value.Span;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaReaderTest {
  private static final MessageType INNER =
      MessageType.of().string(1, "name").needed().messages(2, "inner", () -> inner()).build();
  private static final MessageType TYPE =
      MessageType.of()
          .string(1, "text")
          .id(8, 2, "spanId")
          .repeated(FieldType.SINT64, 3, "deltas")
          .message(4, "inner", () -> INNER)
          .repeated(FieldType.DOUBLE, 5, "bounds")
          .uint64(6, "count")
          .bool(7, "flag")
          .field(FieldType.BYTES, 8, "bytes")
          .named(9, "kind", "NONE", "SOME")
          .build();

  private static MessageType inner() {
    return INNER;
  }

  @Test
  void everyFieldHasItsNameAndItsPlace() {
    byte[] message =
        WireBytes.of().text(1, "héllo").number(6, -1).number(7, 1).number(9, 1).array();
    MessageReading reading = read(message);
    assertEquals(
        "{\"text\":\"héllo\",\"count\":18446744073709551615,\"flag\":true,\"kind\":\"SOME\"}",
        JsonText.of(reading.value()));
    assertEquals(new Span(2, 6), reading.value().first("text").span());
    assertEquals(new Span(9, 10), reading.value().first("count").span());
    assertEquals(Span.of(0, message.length), reading.value().span());
    assertEquals(4, reading.known());
    assertEquals(0, reading.violationCount());
  }

  @Test
  void nestedMessagesLieWhereTheirContentDoes() {
    MessageReading reading = read(WireBytes.of().pair(4, "a", "").array());
    assertEquals(new Span(2, 5), reading.value().first("inner").span());
    assertEquals(new Span(4, 1), reading.value().object("inner").first("name").span());
  }

  @Test
  void packedAndUnpackedNumbersAreOneList() {
    byte[] packed = WireBytes.of().varint(1).varint(4).array();
    byte[] message = WireBytes.of().number(3, 3).text(1, "between").bytes(3, packed).array();
    MessageReading reading = read(message);
    assertEquals("{\"deltas\":[-2,-1,2],\"text\":\"between\"}", JsonText.of(reading.value()));
    ArrayValue deltas = (ArrayValue) reading.value().first("deltas");
    assertEquals(new Span(1, 1), deltas.items().get(0).span());
    assertEquals(new Span(14, 1), deltas.items().get(2).span());
  }

  @Test
  void fieldsOutsideTheSchemaAreWalkedAndCounted() {
    byte[] message =
        WireBytes.of().text(1, "x").pair(15, "user", "ann").number(16, 5).number(16, 6).array();
    MessageReading reading = read(message);
    assertEquals(
        "{\"text\":\"x\",\"#15\":{\"#1\":\"user\",\"#2\":\"ann\"},\"#16\":[5,6]}",
        JsonText.of(reading.value()));
    assertEquals(3, reading.unknown());
    assertEquals(3, reading.firstUnknown());
    assertEquals(0, reading.violationCount());
  }

  @Test
  void groupsAreWalkedLikeMessages() {
    byte[] message = WireBytes.of().tag(15, 3).text(1, "in a group").tag(15, 4).array();
    assertEquals("{\"#15\":{\"#1\":\"in a group\"}}", JsonText.of(read(message).value()));
  }

  @Test
  void wrongWireTypeIsAViolationAndTheContentStays() {
    byte[] message = WireBytes.of().text(6, "no number").array();
    assertViolation(Violation.Kind.WIRE_TYPE, 0, message);
    assertEquals("{\"#6\":\"no number\"}", JsonText.of(read(message).value()));
  }

  @Test
  void stringThatIsNotUtf8IsAViolationAtItsByte() {
    byte[] message = WireBytes.of().bytes(1, new byte[] {'a', 'b', (byte) 0xff, 'c'}).array();
    assertViolation(Violation.Kind.UTF_8, 4, message);
    assertEquals("{\"text\":\"ab\ufffdc\"}", JsonText.of(read(message).value()));
  }

  @Test
  void identifierOfAnotherLengthIsAViolation() {
    assertViolation(Violation.Kind.ID_LENGTH, 2, WireBytes.of().text(2, "seven77").array());
    assertEquals(0, read(WireBytes.of().text(2, "").array()).violationCount());
    assertEquals(
        "{\"spanId\":\"0102030405060708\"}",
        JsonText.of(
            read(WireBytes.of().bytes(2, new byte[] {1, 2, 3, 4, 5, 6, 7, 8}).array()).value()));
  }

  @Test
  void trailingBytesAreAViolationAndStayAsText() {
    byte[] message =
        WireBytes.of().text(1, "x").tag(1, 2).varint(50).raw(ascii("tail of it")).array();
    assertViolation(Violation.Kind.TRUNCATED, 3, message);
    assertTrue(JsonText.of(read(message).value()).contains("tail of it"));
  }

  @Test
  void lengthOfTwoGibibytesAllocatesNothing() {
    byte[] message = WireBytes.of().tag(1, 2).varint(Integer.MAX_VALUE).array();
    assertViolation(Violation.Kind.TRUNCATED, 0, message);
    assertViolation(Violation.Kind.TRUNCATED, 0, WireBytes.of().tag(1, 2).varint(-1).array());
  }

  @Test
  void fieldNumberZeroIsAViolation() {
    assertViolation(Violation.Kind.FIELD_NUMBER, 0, new byte[] {0, 0});
  }

  @Test
  void varintOfElevenBytesIsAViolation() {
    byte[] message = new byte[13];
    Arrays.fill(message, (byte) 0x80);
    message[0] = 6 << 3;
    assertViolation(Violation.Kind.VARINT, 0, message);
  }

  @Test
  void groupThatIsNotClosedIsAViolation() {
    assertViolation(Violation.Kind.GROUP, 0, WireBytes.of().tag(15, 3).text(1, "open").array());
    assertViolation(Violation.Kind.GROUP, 0, WireBytes.of().tag(15, 4).array());
    assertViolation(Violation.Kind.GROUP, 0, WireBytes.of().tag(15, 3).tag(14, 4).array());
  }

  @Test
  void wireTypesSixAndSevenDoNotExist() {
    assertViolation(Violation.Kind.WIRE_TYPE, 0, new byte[] {(15 << 3) | 6, 1});
  }

  @Test
  void messageWithoutWhatItNeedsIsAViolation() {
    assertViolation(Violation.Kind.MISSING, 2, WireBytes.of().message(4, WireBytes.of()).array());
  }

  @Test
  void brokenPackedNumbersAreAViolation() {
    assertViolation(Violation.Kind.TRUNCATED, 10, WireBytes.of().bytes(5, new byte[12]).array());
    assertViolation(
        Violation.Kind.TRUNCATED, 2, WireBytes.of().bytes(3, new byte[] {(byte) 0x80}).array());
  }

  @Test
  void hundredLevelsAreReadAndTheLimitIsAViolation() {
    assertEquals(0, read(nested(100)).violationCount());
    byte[] tooDeep = nested(300);
    MessageReading reading = read(tooDeep);
    assertEquals(Violation.Kind.DEPTH, reading.violations().get(0).kind());
    assertTrue(JsonText.of(reading.value()).contains("level-0"), "the deepest text is scanned");
  }

  private static byte[] nested(int levels) {
    WireBytes message = WireBytes.of().text(1, "level-0");
    for (int i = 1; i < levels; i++) {
      message = WireBytes.of().text(1, "level-" + i).message(2, message);
    }
    return WireBytes.of().message(4, message).array();
  }

  @Test
  void moreFieldsThanTheLimitAreReadAsBytes() {
    Limits tokens = limited(4);
    WireBytes message = WireBytes.of();
    for (int i = 0; i < 9; i++) {
      message.text(1, "string " + i);
    }
    byte[] bytes = message.array();
    MessageReading reading = new SchemaReader(tokens).read(TYPE, bytes, 0, 0, bytes.length);
    assertEquals(List.of(new Violation(Violation.Kind.FIELDS, 40)), reading.violations());
    String body = JsonText.of(reading.value());
    for (int i = 0; i < 9; i++) {
      assertTrue(body.contains("string " + i), body);
    }
  }

  private static Limits limited(int tokens) {
    return ChangedLimits.with("jsonTokens", tokens).limits();
  }

  @Test
  void checkingStopsAfterTheViolationsItMayFind() {
    byte[] message = WireBytes.of().text(6, "a").text(6, "b").text(6, "c").array();
    SchemaReader reader = new SchemaReader(Limits.defaults());
    assertEquals(1, reader.check(TYPE, message, 0, message.length, 0).violationCount());
    assertEquals(3, reader.check(TYPE, message, 0, message.length, 9).violationCount());
  }

  private static void assertViolation(Violation.Kind kind, int position, byte[] message) {
    assertEquals(List.of(new Violation(kind, position)), read(message).violations());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Read from the middle of an array, so that places are counted from the message. */
  private static MessageReading read(byte[] message) {
    byte[] padded = new byte[message.length + 7];
    System.arraycopy(message, 0, padded, 4, message.length);
    MessageReading reading =
        new SchemaReader(Limits.defaults()).read(TYPE, padded, 4, 4, 4 + message.length);
    assertEquals(Span.of(0, message.length), reading.value().span());
    return reading;
  }
}
