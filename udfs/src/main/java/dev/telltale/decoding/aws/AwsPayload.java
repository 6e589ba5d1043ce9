package dev.telltale.decoding.aws;

import dev.telltale.decoding.json.Base64Text;
import dev.telltale.record.Emission;
import dev.telltale.record.Payload;
import dev.telltale.value.JsonParser;
import dev.telltale.value.MalformedJson;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Relocated;
import dev.telltale.value.Span;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.List;

/**
 * What an AWS event carries from its source: base64, or text that is a JSON object or array. Other
 * text is not a payload; it stays in the event.
 */
final class AwsPayload {
  private static final List<List<String>> BASE64 =
      List.of(List.of("data"), List.of("kinesis", "data"), List.of("awslogs", "data"));
  private static final List<List<String>> TEXT =
      List.of(List.of("body"), List.of("Sns", "Message"), List.of("Message"));

  private final List<String> way;
  private final Span source;
  private final byte[] bytes;
  private final Value json;

  private AwsPayload(List<String> way, Span source, byte[] bytes, Value json) {
    this.source = source;
    this.way = way;
    this.bytes = bytes;
    this.json = json;
  }

  /** Null if the event carries nothing. */
  static AwsPayload of(ObjectValue event, JsonParser parser) {
    for (List<String> way : BASE64) {
      TextValue text = text(event, way);
      if (text != null && !text.reveal().isEmpty()) {
        byte[] bytes = Base64Text.decode(text.reveal());
        return new AwsPayload(bytes == null ? List.of() : way, text.span(), bytes, null);
      }
    }
    for (List<String> way : TEXT) {
      TextValue text = text(event, way);
      Value json = text == null ? null : json(text.reveal().strip(), parser);
      if (json != null) {
        return new AwsPayload(way, text.span(), null, Relocated.to(text.span(), json));
      }
    }
    return null;
  }

  private static TextValue text(ObjectValue event, List<String> way) {
    ObjectValue holder = way.size() == 1 ? event : event.object(way.get(0));
    Value value = holder == null ? null : holder.first(way.get(way.size() - 1));
    return value instanceof TextValue text ? text : null;
  }

  private static Value json(String text, JsonParser parser) {
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return null;
    }
    try {
      return parser.parse(text);
    } catch (MalformedJson isText) {
      return null;
    }
  }

  /** Base64 was expected and this is not: it stays in the event. */
  boolean isBroken() {
    return way.isEmpty();
  }

  /** The members that lead to it; empty if it stays in the event. */
  List<String> way() {
    return way;
  }

  void emit(String path, Emission emission) {
    if (bytes != null) {
      emission.payload(new Payload(bytes, source, path + "|base64", List.of("base64")));
    } else {
      emission.value(json, path + "|json", List.of("json"), emission);
    }
  }

  @Override
  public String toString() {
    return bytes == null ? "JSON payload" : "payload of " + bytes.length + " bytes";
  }
}
