package dev.telltale.detection.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InlineNameTest {
  private static final String VALUE = "k7Wq2Zp9";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiToken=k7Wq2Zp9",
        "\"apiToken\": \"k7Wq2Zp9\"",
        "\\\"apiToken\\\":\\\"k7Wq2Zp9\\\"",
        "apiToken := `k7Wq2Zp9`",
        "apiToken ?= \"k7Wq2Zp9\"",
        "apiToken :::= \"k7Wq2Zp9\"",
        "$apiToken .= \"k7Wq2Zp9\"",
        "apiToken => k7Wq2Zp9",
        "<apiToken>\n    k7Wq2Zp9\n</apiToken>",
        "set(\"apiToken\", \"k7Wq2Zp9\")",
        "var apiToken string = \"k7Wq2Zp9\"",
        "const apiToken: string = 'k7Wq2Zp9'",
        "config['apiToken'] = 'k7Wq2Zp9'"
      })
  void theNameBeforeAnAssignedValueIsReported(String text) {
    assertEquals("apiToken", InlineName.before(text, text.indexOf(VALUE)));
  }

  @Test
  void anOptionNamesTheWordBehindIt() {
    assertEquals("--api-token", InlineName.before("run --api-token k7Wq2Zp9", 16));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiToken k7Wq2Zp9",
        "the apiToken, k7Wq2Zp9",
        "\"apiToken\" k7Wq2Zp9",
        "k7Wq2Zp9"
      })
  void aValueThatStandsFreeHasNone(String text) {
    assertNull(InlineName.before(text, text.indexOf(VALUE)));
  }
}
