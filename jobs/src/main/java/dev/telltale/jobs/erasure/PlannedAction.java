package dev.telltale.jobs.erasure;

import java.util.Locale;

/** What a plan says of one object version. */
public enum PlannedAction {
  /** The version goes, with all its records. */
  DELETE,
  /** Its targeted leaves are replaced, and the containers around them are packed again. */
  REWRITE,
  /** Its targeted leaves are replaced in plain bytes; every other byte stays. */
  REDACT,
  /** The store has it no longer: only rows of the lake are left. */
  FORGET,
  /** Nothing in it is targeted, or nothing is known of it: it stays. */
  LEAVE,
  /** It has a target and cannot go. */
  BLOCKED;

  /** As a plan has it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if there is none
   */
  public static PlannedAction of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  /** Whether the object is written again. */
  public boolean writes() {
    return this == REWRITE || this == REDACT;
  }

  /** Whether it changes the store. */
  public boolean changesStore() {
    return this == DELETE || writes();
  }

  /** Whether the version holds a target, whatever happens to it. */
  public boolean isTarget() {
    return this != LEAVE;
  }
}
