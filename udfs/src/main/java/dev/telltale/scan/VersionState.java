package dev.telltale.scan;

import java.util.Locale;

/** Which of the versions of its key an object is. The id is in the {@code objects} table. */
public enum VersionState {
  /** What a read without a version id gives. */
  CURRENT,
  /** Overwritten by a newer version, and readable by its version id. */
  NONCURRENT,
  /** Under a delete marker: whoever knows the version id still reads it. */
  DELETED;

  /** The published name, such as {@code noncurrent}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if it is not one of the published names
   */
  public static VersionState of(String id) {
    for (VersionState state : values()) {
      if (state.id().equals(id)) {
        return state;
      }
    }
    throw new IllegalArgumentException("no state of a version");
  }
}
