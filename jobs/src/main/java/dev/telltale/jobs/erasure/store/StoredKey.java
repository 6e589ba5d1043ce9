package dev.telltale.jobs.erasure.store;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key as the store lists it now.
 *
 * @param versions the newest first
 * @param markers version ids of delete markers
 */
public record StoredKey(List<StoredVersion> versions, List<String> markers)
    implements Serializable {
  /** Of a key that is not there. */
  public static final StoredKey NOTHING = new StoredKey(List.of(), List.of());

  public StoredKey {
    versions = List.copyOf(versions);
    markers = List.copyOf(markers);
  }

  /** What a plain read of the key gives; null for nothing. */
  public @Nullable StoredVersion current() {
    return versions.stream().filter(StoredVersion::latest).findFirst().orElse(null);
  }

  /** The version of that id and content; null if it is not there. */
  public @Nullable StoredVersion at(@Nullable String versionId, String etag) {
    return versions.stream()
        .filter(
            each ->
                each.etag().equals(etag)
                    && (versionId == null
                        ? each.latest()
                        : versionId.equals(Objects.requireNonNullElse(each.versionId(), "null"))))
        .findFirst()
        .orElse(null);
  }
}
