package dev.telltale.jobs.actions;

import java.util.Locale;

/** What is done about cases; a constant's name in lower case is in the column {@code what}. */
public enum ActionKind {
  /** Somebody was told, by an incident packet. */
  INFORM,
  /** A value was read again from its source, for a person. */
  REVEAL,
  /** A plan was made of what is to go. */
  PLAN,
  /** A plan, or one object of it, was carried out. */
  ERASE,
  /** The absence of what a plan names was looked for. */
  PROVE;

  /** As the table has it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
