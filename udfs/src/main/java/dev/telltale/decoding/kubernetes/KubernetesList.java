package dev.telltale.decoding.kubernetes;

import dev.telltale.decoding.json.ObjectItems;
import dev.telltale.value.ObjectValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of the Kubernetes API, cut into its items. An item without {@code apiVersion} or {@code
 * kind} gets them from its list. What else the list holds (metadata, mostly) is in the first item
 * as member {@code list}.
 */
final class KubernetesList {
  private static final String ITEMS = "items";
  private static final String ENDING = "List";

  /** What the API server allows for a name; a longer one is in the first item alone. */
  private static final int MAX_NAME = 253;

  private KubernetesList() {}

  /** The items at {@code $.items[n]}; empty where the object is not a list of objects. */
  static List<ObjectValue> items(ObjectValue object) {
    String kind = object.text("kind");
    if (kind == null || !kind.endsWith(ENDING)) {
      return List.of();
    }
    List<ObjectValue> items = ObjectItems.of(object, ITEMS);
    ObjectValue list = new ObjectValue(object.without(object.first(ITEMS)));
    List<ObjectValue> bodies = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      bodies.add(item(items.get(i), list, i == 0));
    }
    return bodies;
  }

  static String place(int index) {
    return "$." + ITEMS + "[" + index + "]";
  }

  private static ObjectValue item(ObjectValue item, ObjectValue list, boolean first) {
    String kind = list.text("kind");
    boolean named = item.has("kind") || kind.equals(ENDING);
    ObjectValue.Builder body = ObjectValue.builder();
    String version = list.text("apiVersion");
    boolean known = item.has("apiVersion") || version == null || version.length() > MAX_NAME;
    named |= kind.length() > MAX_NAME;
    body.add("apiVersion", known ? null : version);
    body.add("kind", named ? null : kind.substring(0, kind.length() - ENDING.length()));
    body.addAll(item.members());
    body.add("list", first ? list : null);
    return body.build();
  }
}
