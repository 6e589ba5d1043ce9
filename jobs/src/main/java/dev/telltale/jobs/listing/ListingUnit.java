package dev.telltale.jobs.listing;

import java.io.Serializable;

/**
 * A part of the sources that one task lists from its beginning to its end. No two units of a
 * listing hold the same object.
 *
 * @param prefix ends with a slash or is empty; the whole key for {@link Reach#OBJECT}
 */
public record ListingUnit(String bucket, String prefix, Reach reach) implements Serializable {
  /** How far below its prefix it goes. */
  public enum Reach {
    /** Everything below. */
    DEEP,
    /** What lies in the folder itself. */
    LEVEL,
    /** One key. */
    OBJECT
  }
}
