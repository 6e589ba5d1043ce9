package dev.telltale.jobs.erasure.plan;

import dev.telltale.jobs.erasure.CopyRequest;
import dev.telltale.jobs.erasure.PlannedKey;
import dev.telltale.jobs.erasure.PlannedVersion;
import dev.telltale.jobs.tables.DownstreamCopy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Whom to ask for copies, by the telemetry types that a plan touches. */
final class Downstream {
  private Downstream() {}

  static List<CopyRequest> of(List<PlannedKey> keys, List<DownstreamCopy> map) {
    Map<String, Long> places = new TreeMap<>();
    for (PlannedKey key : keys) {
      long leaves =
          key.versions().stream()
              .filter(each -> each.action().isTarget())
              .mapToLong(PlannedVersion::leaves)
              .sum();
      places.merge(Objects.requireNonNullElse(key.telemetryType(), "other"), leaves, Long::sum);
    }
    List<CopyRequest> requests = new ArrayList<>();
    for (DownstreamCopy copy : map) {
      long found = places.getOrDefault(copy.telemetryType(), 0L);
      String destination = copy.destination();
      if (found > 0 && destination != null) {
        requests.add(
            new CopyRequest(
                copy.telemetryType(),
                destination,
                Objects.requireNonNullElse(copy.kept(), "for an unknown time"),
                found));
      }
    }
    return requests;
  }
}
