package dev.telltale.demo.telemetry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** Product analytics: batches of Segment's identify, track and page events. */
public final class AnalyticsExport {
  private AnalyticsExport() {}

  public static byte[] object(Vocabulary words, Instant time, int bytes) {
    boolean lines = words.chance(0.6);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    do {
      ArrayNode events = JsonTree.array();
      int count = words.between(1, 12);
      for (int at = 0; at < count; at++) {
        events.add(any(words, time));
      }
      content.writeBytes(JsonTree.bytes(batch(words, time, events)));
      if (lines) {
        content.write('\n');
      }
    } while (content.size() < bytes);
    return content.toByteArray();
  }

  public static ObjectNode batch(Vocabulary words, Instant time, ArrayNode events) {
    return JsonTree.object(
        "batch", events,
        "sentAt", words.after(time, 10).toString(),
        "messageId", words.uuid());
  }

  public static ObjectNode any(Vocabulary words, Instant time) {
    return switch (words.between(0, 5)) {
      case 0 ->
          event(
              words,
              time,
              "identify",
              "traits",
              JsonTree.object("email", "[redacted:email]", "full_name", "[redacted]"));
      case 1 ->
          event(
              words,
              time,
              "page",
              "properties",
              JsonTree.object("path", "/workspaces", "url", words.pseudonym("url")));
      default -> track(words, time, JsonTree.object("workspace_class", "g1-standard"));
    };
  }

  public static ObjectNode track(Vocabulary words, Instant time, ObjectNode properties) {
    ObjectNode track = event(words, time, "track", "properties", properties);
    track.put("event", words.pick("workspace_started", "button_clicked", "prebuild_completed"));
    return track;
  }

  public static ObjectNode event(
      Vocabulary words, Instant time, String type, String content, ObjectNode values) {
    return JsonTree.object(
        "type",
        type,
        "userId",
        words.uuid(),
        "anonymousId",
        words.uuid(),
        content,
        values,
        "context",
        JsonTree.object(
            "ip", "198.51.100." + words.between(1, 254),
            "userAgent",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/142.0.7444."
                    + words.between(300, 999)
                    + " Safari/537.36",
            "library", JsonTree.object("name", "analytics-node", "version", "6.2.0")),
        "timestamp",
        words.after(time, 300).toString(),
        "messageId",
        "node-next-" + words.uuid());
  }
}
