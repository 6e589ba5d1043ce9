package dev.telltale.jobs.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.time.Instant;

/**
 * Kubernetes state: single objects, lists and watch events, one after another with a line end, with
 * nothing between them, or pretty-printed.
 */
final class KubernetesExport {
  private KubernetesExport() {}

  static byte[] object(Words words, Instant time, int bytes) {
    int shape = words.between(0, 2);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    do {
      ObjectNode value =
          switch (words.between(0, 9)) {
            case 0 -> list(words, time, bytes < 8_000 ? 2 : words.between(2, 12));
            case 1, 2 -> watch(words, KubernetesObjects.any(words, time));
            default -> KubernetesObjects.any(words, time);
          };
      content.writeBytes((shape == 2 ? Json.prettyText(value) : Json.text(value)).getBytes(UTF_8));
      if (shape > 0) {
        content.write('\n');
      }
    } while (content.size() < bytes);
    return content.toByteArray();
  }

  static ObjectNode watch(Words words, ObjectNode object) {
    return Json.object("type", words.pick("ADDED", "MODIFIED", "DELETED"), "object", object);
  }

  static ObjectNode list(Words words, Instant time, int count) {
    ArrayNode items = Json.array();
    for (int at = 0; at < count; at++) {
      items.add(KubernetesObjects.pod(words, time));
    }
    return list(items);
  }

  static ObjectNode list(ArrayNode items) {
    return Json.object(
        "apiVersion",
        "v1",
        "kind",
        "PodList",
        "metadata",
        Json.object("resourceVersion", "734418825"),
        "items",
        items);
  }
}
