package dev.telltale.jobs.erasure;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key with all its versions and delete markers, as they were when the plan was made.
 *
 * @param versions the newest first
 * @param markers version ids of delete markers; they go when the last version below them goes
 * @param telemetryType null where the lake does not say
 */
public record PlannedKey(
    String bucket,
    String key,
    @Nullable String telemetryType,
    List<PlannedVersion> versions,
    List<String> markers)
    implements Serializable {
  public PlannedKey {
    versions = List.copyOf(versions);
    markers = List.copyOf(markers);
  }

  /** Whether nothing of the key stays. */
  public boolean goesWhole() {
    return versions.stream()
        .allMatch(
            each -> each.action() == PlannedAction.DELETE || each.action() == PlannedAction.FORGET);
  }
}
