package dev.telltale.jobs.actions;

import java.util.Locale;

/** How an action went; a constant's name in lower case is in the column {@code result}. */
public enum ActionResult {
  /** It is about to happen; another row says how it ended, or it was cut off. */
  STARTED,
  DONE,
  /** Something of it is left to do: what survives, or has to wait. */
  PARTIAL,
  /** Not begun, for a reason that the details name. */
  REFUSED,
  FAILED;

  /** As the table has it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
