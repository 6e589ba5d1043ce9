package dev.telltale.jobs.erasure.plan;

import dev.telltale.jobs.erasure.DownstreamCopy;
import dev.telltale.jobs.erasure.PlannedKey;
import dev.telltale.jobs.erasure.PlannedVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Where each telemetry type goes on to, as Gitpod publishes it: "Data and Observability",
 * https://www.gitpod.io/docs/enterprise/background/data-observability.
 */
final class Downstream {
  /** Type, destination, how long it is kept there. */
  private static final List<List<String>> PUBLISHED =
      List.of(
          List.of("metrics", "a third party's system for metrics", "13 months"),
          List.of("logs", "nowhere, unless staff copied them while debugging", "not stated"),
          List.of("kubernetes", "nowhere, unless staff copied it while debugging", "not stated"),
          List.of("analytics", "a third party's data warehouse", "12 months or more"),
          List.of("billing", "a third party's data warehouse", "100 years"));

  private Downstream() {}

  static List<DownstreamCopy> of(List<PlannedKey> keys) {
    Map<String, Long> places = new TreeMap<>();
    for (PlannedKey key : keys) {
      long leaves =
          key.versions().stream()
              .filter(each -> each.action().isTarget())
              .mapToLong(PlannedVersion::leaves)
              .sum();
      places.merge(Objects.requireNonNullElse(key.telemetryType(), "other"), leaves, Long::sum);
    }
    List<DownstreamCopy> copies = new ArrayList<>();
    for (List<String> row : PUBLISHED) {
      long found = places.getOrDefault(row.get(0), 0L);
      if (found > 0) {
        copies.add(new DownstreamCopy(row.get(0), row.get(1), row.get(2), found));
      }
    }
    return copies;
  }
}
