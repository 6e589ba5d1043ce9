package dev.telltale.decoding.kubernetes;

import dev.telltale.decoding.json.JsonFormat;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Describer;
import dev.telltale.record.Emission;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.util.List;
import java.util.Set;

/**
 * Objects of the Kubernetes API: single ones, lists, and watch events {@code {"type","object"}}, by
 * the API conventions (types, lists, events), https://github.com/kubernetes/community, and
 * "Kubernetes API Concepts". Audit events are another format.
 *
 * <p>A list gives one record per item ({@link KubernetesList}); an empty list, and one with items
 * that are not objects, is one record as it is.
 */
public final class KubernetesFormat implements JsonFormat {
  private static final Set<String> WATCH_TYPES =
      Set.of("ADDED", "MODIFIED", "DELETED", "BOOKMARK", "ERROR");

  private static final Describer DESCRIBER = new KubernetesDescriber();

  private final String id;

  public KubernetesFormat() {
    this("kubernetes");
  }

  /** For objects that were read from another encoding. */
  public KubernetesFormat(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public boolean claims(Value value) {
    return value instanceof ObjectValue object && (isTyped(object) || isWatchEvent(object));
  }

  private static boolean isTyped(ObjectValue object) {
    String version = object.text("apiVersion");
    String kind = object.text("kind");
    return version != null && kind != null && !version.isEmpty() && !kind.isEmpty();
  }

  private static boolean isWatchEvent(ObjectValue event) {
    String type = event.text("type");
    ObjectValue object = event.object("object");
    return type != null && WATCH_TYPES.contains(type) && object != null && isTyped(object);
  }

  @Override
  public void decode(Value value, Emission emission) {
    ObjectValue object = (ObjectValue) value;
    List<ObjectValue> items = isTyped(object) ? KubernetesList.items(object) : List.of();
    emission.each(
        items.size(), i -> emission.record(record(items.get(i)).at(KubernetesList.place(i))));
    if (items.isEmpty()) {
      emission.record(record(object));
    }
  }

  private DecodedRecord record(ObjectValue body) {
    return DecodedRecord.of(id(), body, DESCRIBER).of(TelemetryType.KUBERNETES);
  }
}
