package dev.telltale.decoding;

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
 * the API conventions (types, lists, events). Audit events are another format.
 *
 * <p>A list gives one record per item, at {@code $.items[n]}. An item without {@code apiVersion} or
 * {@code kind} gets them from its list. What else the list holds (metadata, mostly) stands in the
 * first item's record as member {@code list}; an empty list, and one with items that are no
 * objects, is one record as it is.
 */
final class KubernetesFormat implements JsonFormat {
  private static final Set<String> WATCH_TYPES =
      Set.of("ADDED", "MODIFIED", "DELETED", "BOOKMARK", "ERROR");

  private static final Describer DESCRIBER = new KubernetesDescriber();

  private final String id;

  KubernetesFormat() {
    this("kubernetes");
  }

  /** For objects that were read from another encoding. */
  KubernetesFormat(String id) {
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
    return version != null
        && kind != null
        && !version.isEmpty()
        && !kind.isEmpty()
        && !version.startsWith("audit.k8s.io/");
  }

  private static boolean isWatchEvent(ObjectValue event) {
    String type = event.text("type");
    ObjectValue object = event.object("object");
    return type != null && WATCH_TYPES.contains(type) && object != null && isTyped(object);
  }

  @Override
  public void decode(Value value, Emission emission) {
    ObjectValue object = (ObjectValue) value;
    List<Value> items = object.items("items");
    if (isTyped(object) && isList(object, items)) {
      ObjectValue list = new ObjectValue(object.without(object.first("items")));
      for (int i = 0; i < items.size(); i++) {
        ObjectValue body = item((ObjectValue) items.get(i), list, i == 0);
        emission.record(record(body).at("$.items[" + i + "]"));
      }
    } else {
      emission.record(record(object));
    }
  }

  private static boolean isList(ObjectValue object, List<Value> items) {
    return object.text("kind").endsWith("List")
        && !items.isEmpty()
        && items.stream().allMatch(ObjectValue.class::isInstance);
  }

  private static ObjectValue item(ObjectValue item, ObjectValue list, boolean first) {
    String kind = list.text("kind");
    boolean named = item.has("kind") || kind.equals("List");
    ObjectValue.Builder body = ObjectValue.builder();
    body.add("apiVersion", item.has("apiVersion") ? null : list.text("apiVersion"));
    body.add("kind", named ? null : kind.substring(0, kind.length() - "List".length()));
    body.addAll(item.members());
    body.add("list", first ? list : null);
    return body.build();
  }

  private DecodedRecord record(ObjectValue body) {
    return DecodedRecord.of(id(), body, DESCRIBER).of(TelemetryType.KUBERNETES);
  }
}
