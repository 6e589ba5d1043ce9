package dev.telltale.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonParserTest {
  private final JsonParser parser = new JsonParser(Limits.defaults());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "true",
        "\"\\ud800\"",
        "-0.10e+5",
        "{\"a\":1,\"a\":[2,{}]}",
        "12345678901234567890123456789.000"
      })
  void whatIsReadIsWrittenBack(String json) throws MalformedJson {
    String written = JsonText.of(parser.parse(json));
    assertEquals(JsonText.of(parser.parse(written)), written);
  }

  @Test
  void duplicatesAndDigitsSurvive() throws MalformedJson {
    String json = "{\"a\":1.10,\"a\":12345678901234567890}";
    assertEquals(json, JsonText.of(parse(json)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1} x", "{'a':1}", "[1,]", "{\"a\" 1}", "01"})
  void whatIsNoJsonIsASyntaxFault(String json) {
    assertEquals(FaultKind.JSON_SYNTAX, fault(json).kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{\"a\":", "[1", "\"abc"})
  void whatEndsEarlyIsTruncated(String json) {
    assertEquals(FaultKind.JSON_TRUNCATED, fault(json).kind());
  }

  @Test
  void everyValueAndNameKnowsItsBytes() throws MalformedJson {
    String json =
        " {\"a\\u0041\u00e9\": \"v\\n\u20ac\", \"n\" :-12.5 , \"o\":[true, {\"p\":\"\"}]} ";
    byte[] bytes = ("xyz" + json).getBytes(StandardCharsets.UTF_8);
    List<String> spans = new ArrayList<>();
    collect(parser.parse(bytes, 3, bytes.length - 3), bytes, 3, spans);
    assertEquals(
        List.of(
            json.strip(),
            "\"a\\u0041\u00e9\"",
            "\"v\\n\u20ac\"",
            "\"n\"",
            "-12.5",
            "\"o\"",
            "[true, {\"p\":\"\"}]",
            "{\"p\":\"\"}",
            "\"p\"",
            "\"\""),
        spans);
  }

  @Test
  void spansOfTextCountTheBytesThatItCameFrom() throws MalformedJson {
    byte[] bytes = {'[', '"', (byte) 0xff, 'a', '"', ',', ' ', '7', ']'};
    int[] offsets = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    List<String> spans = new ArrayList<>();
    ArrayValue list = (ArrayValue) parser.parse("[\"\ufffda\", 7]", offsets);
    collect(list, bytes, 0, spans);
    assertEquals(new Span(1, 4), list.items().get(0).span());
    assertEquals("7", spans.get(2));
    ArrayValue placeless = (ArrayValue) parser.parse("[\"a\"]");
    assertEquals(Span.NONE, placeless.items().get(0).span());
  }

  private static void collect(Value value, byte[] bytes, int from, List<String> spans) {
    if (value == LiteralValue.TRUE) {
      return;
    }
    spans.add(cut(bytes, from, value.span()));
    if (value instanceof ObjectValue object) {
      for (Member member : object.members()) {
        spans.add(cut(bytes, from, member.nameSpan()));
        collect(member.value(), bytes, from, spans);
      }
    } else if (value instanceof ArrayValue array) {
      array.items().forEach(item -> collect(item, bytes, from, spans));
    }
  }

  private static String cut(byte[] bytes, int from, Span span) {
    return new String(bytes, from + span.offset(), span.length(), StandardCharsets.UTF_8);
  }

  @Test
  void depthAboveTheLimitIsItsOwnFault() throws MalformedJson {
    parser.parse("[".repeat(256) + "]".repeat(256));
    assertEquals(FaultKind.JSON_DEPTH_LIMIT, fault("[".repeat(257) + "]".repeat(257)).kind());
  }

  @Test
  void faultQuotesNothing() {
    MalformedJson fault = fault("{\"a\": s3cret}");
    assertFalse(fault.getMessage().contains("s3cret"));
    assertEquals("json-syntax at byte " + fault.position(), fault.getMessage());
  }

  private Value parse(String json) throws MalformedJson {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return parser.parse(bytes, 0, bytes.length);
  }

  private MalformedJson fault(String json) {
    return assertThrows(MalformedJson.class, () -> parse(json));
  }
}
