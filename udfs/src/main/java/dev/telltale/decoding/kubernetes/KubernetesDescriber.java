package dev.telltale.decoding.kubernetes;

import dev.telltale.record.Describer;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.Value;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Columns of a Kubernetes object. The emitter is {@code namespace/kind/name}, and for what runs
 * containers their images without registry and digest: {@code default/Pod/web-0 (nginx:1.25)}.
 * Events, whose emitter is the object that they are about, have {@link KubernetesEventDescriber}.
 * The type of a watch event is the attribute {@code watch}; the one of type {@code ERROR} holds a
 * {@code Status}.
 */
final class KubernetesDescriber implements Describer {
  private static final int MAX_IMAGES = 100;

  @Override
  public RecordColumns describe(Value redactedBody) {
    RedactedBody body = RedactedBody.of(redactedBody);
    boolean watched = !body.has("apiVersion") && body.has("object");
    RedactedBody object = watched ? body.at("object") : body;
    RecordColumns columns =
        KubernetesEventDescriber.isEvent(object)
            ? KubernetesEventDescriber.describe(object)
            : describe(object);
    return watched ? watched(columns, body.text("type")) : columns;
  }

  private static RecordColumns watched(RecordColumns columns, String type) {
    Map<String, String> attributes = new HashMap<>(columns.attributes());
    if (type != null) {
      attributes.put("watch", type);
    }
    return new RecordColumns(
        columns.eventTime(),
        columns.emitter(),
        columns.name(),
        columns.severity() == null && "ERROR".equals(type) ? type : columns.severity(),
        attributes);
  }

  private static RecordColumns describe(RedactedBody object) {
    RedactedBody metadata = object.at("metadata");
    String kind = object.text("kind");
    return new RecordColumns(
        metadata.time("creationTimestamp"),
        emitter(object, metadata, kind),
        kind,
        null,
        "Status".equals(kind)
            ? object.attributes("status", "reason", "code", "message")
            : metadata.at("labels").attributes());
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

  private static Set<String> images(RedactedBody object) {
    Set<String> images = new LinkedHashSet<>();
    RedactedBody spec = object.at("spec");
    RedactedBody job = spec.at("jobTemplate").at("spec");
    for (RedactedBody pod : List.of(spec, spec.at("template").at("spec"), podOf(job))) {
      for (Value container : pod.items("containers")) {
        String image = RedactedBody.of(container).text("image");
        if (image != null && images.size() < MAX_IMAGES) {
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
