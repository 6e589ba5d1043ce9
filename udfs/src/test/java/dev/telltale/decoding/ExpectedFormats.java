package dev.telltale.decoding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which records a JSON value has to give, in order, told from the value alone with Jackson and with
 * none of the code under test.
 */
enum ExpectedFormats {
  /** One record for a value that is no list. */
  ONE {
    @Override
    List<String> of(JsonNode value, String format) {
      return List.of(format);
    }
  },
  ITEMS {
    @Override
    List<String> of(JsonNode value, String format) {
      return times(format, value.size());
    }
  },
  BATCH {
    @Override
    List<String> of(JsonNode value, String format) {
      return times(format, value.path("batch").size());
    }
  },
  RECORDS {
    @Override
    List<String> of(JsonNode value, String format) {
      return times(format, value.path("Records").size());
    }
  },
  /** Objects of the Kubernetes API, where lists have a kind that ends so. */
  KUBERNETES {
    @Override
    List<String> of(JsonNode value, String format) {
      boolean list = value.path("kind").asText().endsWith("List");
      return times(format, list ? value.path("items").size() : 1);
    }
  },
  /** An answer of the API server, which the sample may have cut down to its metadata. */
  META {
    @Override
    List<String> of(JsonNode value, String format) {
      return List.of(value.has("kind") ? format : "json");
    }
  },
  /** Each event, and each line of the text that it carries. */
  CARRIED {
    @Override
    List<String> of(JsonNode value, String format) {
      List<String> formats = new ArrayList<>();
      for (JsonNode event : value.has("Records") ? value.path("Records") : value.path("records")) {
        formats.add(format);
        JsonNode data =
            event.has("kinesis") ? event.path("kinesis").path("data") : event.path("data");
        String text = new String(Base64.getDecoder().decode(data.asText()), StandardCharsets.UTF_8);
        formats.addAll(times("text", (int) text.lines().count()));
      }
      return formats;
    }
  },
  LOG_EVENTS {
    @Override
    List<String> of(JsonNode value, String format) {
      List<String> formats = new ArrayList<>();
      for (JsonNode event : value.path("logEvents")) {
        String message = event.path("message").asText();
        boolean trail = json(message).has("eventVersion");
        formats.add(trail ? "cloudtrail" : isLevelled(message) ? "java-log" : format);
      }
      return formats;
    }
  },
  /** What the lists hold that end the tree of an OTLP request. */
  OTLP {
    @Override
    List<String> of(JsonNode value, String format) {
      return times(format, entries(value));
    }
  };

  private static final Set<String> ENTRIES =
      Set.of("dataPoints", "data_points", "logRecords", "log_records", "spans");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  abstract List<String> of(JsonNode value, String format);

  /** What Lambda's runtime for Node.js writes: time, request, level and message, with tabs. */
  private static boolean isLevelled(String message) {
    return message.startsWith("20")
        && (message.contains("\tDEBUG\t") || message.contains("\tINFO\t"));
  }

  private static List<String> times(String format, int count) {
    return Collections.nCopies(count, format);
  }

  private static int entries(JsonNode node) {
    int count = 0;
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      boolean last = ENTRIES.contains(member.getKey());
      count += last ? member.getValue().size() : entries(member.getValue());
    }
    if (node.isArray()) {
      for (JsonNode item : node) {
        count += entries(item);
      }
    }
    return count;
  }

  /** A missing node where the text is no JSON. */
  private static JsonNode json(String text) {
    try {
      JsonNode value = MAPPER.readTree(text);
      return value.isObject() ? value : MAPPER.missingNode();
    } catch (IOException isText) {
      return MAPPER.missingNode();
    }
  }
}
