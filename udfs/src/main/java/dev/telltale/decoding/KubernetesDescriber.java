package dev.telltale.decoding;

import dev.telltale.record.Describer;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns of a Kubernetes object. The emitter is {@code namespace/kind/name}, and for what runs
 * containers their images without registry and digest: {@code default/Pod/web-0 (nginx:1.25)}.
 */
final class KubernetesDescriber implements Describer {
  @Override
  public RecordColumns describe(Value redactedBody) {
    RedactedBody body = RedactedBody.of(redactedBody);
    RedactedBody object = body.has("apiVersion") ? body : body.at("object");
    RedactedBody metadata = object.at("metadata");
    String kind = object.text("kind");
    boolean event = "Event".equals(kind);
    return new RecordColumns(
        time(object, metadata, event),
        emitter(object, metadata, kind),
        kind,
        event ? object.text("type") : null,
        metadata.at("labels").attributes());
  }

  private static Instant time(RedactedBody object, RedactedBody metadata, boolean event) {
    Instant happened =
        event
            ? object.time("lastTimestamp", "deprecatedLastTimestamp", "eventTime", "firstTimestamp")
            : null;
    return happened == null ? metadata.time("creationTimestamp") : happened;
  }

  private static String emitter(RedactedBody object, RedactedBody metadata, String kind) {
    String name =
        RedactedBody.joined(
            metadata.text("namespace"), kind, metadata.text("name", "generateName"));
    String images = String.join(", ", images(object));
    if (name == null || images.isEmpty()) {
      return name;
    }
    return name + " (" + images + ")";
  }

  private static List<String> images(RedactedBody object) {
    List<String> images = new ArrayList<>();
    RedactedBody spec = object.at("spec");
    RedactedBody job = spec.at("jobTemplate").at("spec");
    for (RedactedBody pod : List.of(spec, spec.at("template").at("spec"), podOf(job))) {
      for (Value container : pod.items("containers")) {
        String image = RedactedBody.of(container).text("image");
        if (image != null && !images.contains(shortForm(image))) {
          images.add(shortForm(image));
        }
      }
    }
    return images;
  }

  private static RedactedBody podOf(RedactedBody job) {
    return job.at("template").at("spec");
  }

  /** {@code registry/team/image:tag@digest} without registry, team and digest. */
  private static String shortForm(String image) {
    int digest = image.indexOf('@');
    String tagged = digest > 0 ? image.substring(0, digest) : image;
    return tagged.substring(tagged.lastIndexOf('/') + 1);
  }
}
