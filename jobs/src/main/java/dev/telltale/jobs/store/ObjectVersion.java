package dev.telltale.jobs.store;

import java.util.Arrays;
import java.util.Objects;

/** What an object held when it was read, and the tag that names this state. */
public final class ObjectVersion {
  private final String tag;
  private final byte[] content;

  ObjectVersion(String tag, byte[] content) {
    this.tag = Objects.requireNonNull(tag, "tag");
    this.content = content;
  }

  /** As {@link ConditionalObject#replace} takes it. */
  public String tag() {
    return tag;
  }

  public byte[] content() {
    return content.clone();
  }

  boolean holds(byte[] bytes) {
    return Arrays.equals(content, bytes);
  }

  @Override
  public String toString() {
    return "version " + tag + " of " + content.length + " bytes";
  }
}
