package dev.telltale.value;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * What the rows of one object may still repeat of one another: parts of a frame that its records
 * share, and names. Used by one thread.
 */
public final class Repeats {
  private final Set<ObjectValue> shown = Collections.newSetFromMap(new IdentityHashMap<>());
  private long left;
  private boolean refused;

  /**
   * @param characters that may be repeated
   */
  public Repeats(long characters) {
    left = characters;
  }

  /** The next frame shares nothing with this one. */
  public void startFrame() {
    shown.clear();
    refused = false;
  }

  /** So many more characters may be repeated, because as much again was read. */
  public void allow(long characters) {
    left += characters;
  }

  boolean isFirst(ObjectValue object) {
    return shown.add(object);
  }

  /** Whether what could be repeated is to be left out. */
  public boolean isSpent() {
    refused |= left <= 0;
    return left <= 0;
  }

  /** Whether anything of this frame was left out. */
  public boolean hasRefused() {
    return refused;
  }

  /** Counts what was repeated. */
  public void charge(long characters) {
    left -= characters;
  }

  @Override
  public String toString() {
    return left + " characters may be repeated";
  }
}
