package dev.telltale.hostile;

import java.util.List;

/** JSON that is deep, wide or repetitive. */
final class HostileJson {
  private static final int DEEP = 100_000;

  private HostileJson() {}

  static List<HostileObject> all() {
    return List.of(
        object("deep-arrays", () -> HostileText.plain().times(DEEP, "[").times(DEEP, "]")),
        object(
            "deep-objects",
            () -> HostileText.plain().times(DEEP, "{\"a\":").add("1").times(DEEP, "}")),
        object("deep-unclosed", () -> HostileText.plain().times(2_000_000, "{\"a\":[")),
        object(
            "deep-as-allowed",
            () -> HostileText.plain().times(255, "{\"a\":").add("\"x\"").times(255, "}")),
        object("json-in-json", () -> HostileText.plain().add(nested(12))),
        object(
            "distinct-keys",
            () -> object(text -> text.list(900_000, i -> "\"" + letters(i) + "\":0"))),
        object(
            "distinct-keys-of-digits",
            () -> object(text -> text.list(600_000, i -> "\"k" + (1_000_000 + i) + "\":\"v\""))),
        object(
            "distinct-keys-of-keywords",
            () ->
                object(
                    text ->
                        text.list(
                            600_000, i -> "\"password_" + letters(i) + "_card\":\"x" + i + "\""))),
        object(
            "distinct-keys-nested",
            () ->
                object(
                    text ->
                        text.list(
                            150_000,
                            i -> "\"" + letters(i) + "\":{\"" + letters(i + 7) + "\":{\"c\":1}}"))),
        object(
            "same-key",
            () -> object(text -> text.list(600_000, i -> "\"password\":\"Zq" + i + "xT\""))),
        object(
            "empty-objects", () -> HostileText.gzip().add("[").list(1_000_000, i -> "{}").add("]")),
        object("numbers", () -> HostileText.gzip().add("[").list(1_900_000, i -> "7").add("]")),
        object(
            "too-many-tokens",
            () -> HostileText.plain().add("[").list(3_000_000, i -> "7").add("]")),
        object(
            "long-number",
            () -> HostileText.plain().add("{\"n\":").times(10_000_000, "9").add("}")),
        object(
            "long-string",
            () -> HostileText.plain().add("{\"s\":\"").times(2_500_000, "\\u0001").add("\"}")),
        object(
            "long-names",
            () ->
                HostileText.plain()
                    .lines(15, i -> "{\"" + "n".repeat(900_000) + i + "\":\"user@example.com\"}")),
        object(
            "broken-values",
            () -> HostileText.plain().lines(400_000, i -> "{\"a\":{\"b\":" + i + "]} {")),
        object(
            "objects-without-end",
            () -> HostileText.plain().lines(300_000, i -> "{\"a\":\"" + i + "\",\"b\":{\"c\":[")),
        object("duplicated-braces", () -> HostileText.plain().times(4_000_000, "}{")),
        object(
            "array-over-the-frame",
            () -> HostileText.plain().add("[").list(2_000_000, i -> "{\"id\":" + i + "}").add("]")),
        object(
            "lone-surrogates",
            () -> object(text -> text.list(400_000, i -> "\"a" + i + "\":\"\\ud800\""))));
  }

  /** Something to write into a text. */
  private interface Writing {
    HostileText into(HostileText text);
  }

  private interface Made {
    HostileText text();
  }

  private static HostileObject object(String name, Made made) {
    return new HostileObject("json-" + name + ".json", () -> made.text().array());
  }

  private static HostileText object(Writing members) {
    return members.into(HostileText.plain().add("{")).add("}");
  }

  /** Letters for a number, so that the name is an ordinary one. */
  static String letters(int number) {
    StringBuilder letters = new StringBuilder();
    for (int rest = number; rest > 0 || letters.isEmpty(); rest /= 26) {
      letters.append((char) ('a' + rest % 26));
    }
    return letters.append("x").toString();
  }

  private static String nested(int levels) {
    String json = "{\"a\":1}";
    for (int i = 0; i < levels; i++) {
      json = "{\"a\":\"" + json.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
    }
    return json;
  }
}
