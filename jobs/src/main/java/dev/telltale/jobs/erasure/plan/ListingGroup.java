package dev.telltale.jobs.erasure.plan;

import dev.telltale.jobs.limit.RunLimits;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keys that are listed together: those of a folder where there are many, else one.
 *
 * @param prefix that is listed
 */
record ListingGroup(String bucket, String prefix, Set<String> keys) implements Serializable {
  static List<ListingGroup> of(String bucket, Set<String> keys) {
    Map<String, Set<String>> folders = new TreeMap<>();
    for (String key : keys) {
      String folder = key.substring(0, key.lastIndexOf('/') + 1);
      folders.computeIfAbsent(folder, any -> new TreeSet<>()).add(key);
    }
    List<ListingGroup> groups = new ArrayList<>();
    folders.forEach(
        (folder, inside) -> {
          if (inside.size() >= RunLimits.MIN_LISTED_TOGETHER) {
            groups.add(new ListingGroup(bucket, folder, inside));
          } else {
            inside.forEach(key -> groups.add(new ListingGroup(bucket, key, Set.of(key))));
          }
        });
    return groups;
  }
}
