package dev.telltale.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import java.nio.charset.StandardCharsets;
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
    assertEquals(json, JsonText.of(parser.parse(json.getBytes(StandardCharsets.UTF_8))));
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

  private MalformedJson fault(String json) {
    return assertThrows(
        MalformedJson.class, () -> parser.parse(json.getBytes(StandardCharsets.UTF_8)));
  }
}
