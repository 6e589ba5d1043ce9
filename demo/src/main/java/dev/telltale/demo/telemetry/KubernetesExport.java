package dev.telltale.demo.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.time.Instant;

/**
 * Kubernetes state: single objects, lists and watch events, one after another with a line end, with
 * nothing between them, or pretty-printed.
 */
public final class KubernetesExport {
  private KubernetesExport() {}

  public static byte[] object(Vocabulary words, Instant time, int bytes) {
    int shape = words.between(0, 2);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    do {
      ObjectNode value =
          switch (words.between(0, 9)) {
            case 0 -> list(words, time, bytes < 8_000 ? 2 : words.between(2, 12));
            case 1, 2 -> watch(words, KubernetesObjects.any(words, time));
            default -> KubernetesObjects.any(words, time);
          };
      content.writeBytes(
          (shape == 2 ? JsonTree.prettyText(value) : JsonTree.text(value)).getBytes(UTF_8));
      if (shape > 0) {
        content.write('\n');
      }
    } while (content.size() < bytes);
    return content.toByteArray();
  }

  public static ObjectNode watch(Vocabulary words, ObjectNode object) {
    return JsonTree.object("type", words.pick("ADDED", "MODIFIED", "DELETED"), "object", object);
  }

  public static ObjectNode list(Vocabulary words, Instant time, int count) {
    ArrayNode items = JsonTree.array();
    for (int at = 0; at < count; at++) {
      items.add(KubernetesObjects.pod(words, time));
    }
    return list(items);
  }

  public static ObjectNode list(ArrayNode items) {
    return JsonTree.object(
        "apiVersion",
        "v1",
        "kind",
        "PodList",
        "metadata",
        JsonTree.object("resourceVersion", "734418825"),
        "items",
        items);
  }
}
