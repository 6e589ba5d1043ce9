package dev.telltale.decoding.message.wire;

import dev.telltale.value.ObjectValue;
import java.util.List;

/**
 * What one pass over a message found. Raw content: {@link #value()} never leaves the task.
 *
 * <p>A broken part is never left out: it is in the tree as text, under its own name, or as {@code
 * #unread} after the last field that could be read.
 */
public final class MessageReading {
  public static final String UNREAD = "#unread";

  private final ObjectValue value;
  private final long known;
  private final long texts;
  private final long unknown;
  private final int firstUnknown;
  private final int violationCount;
  private final List<Violation> violations;

  public MessageReading(
      ObjectValue value,
      long known,
      long texts,
      long unknown,
      int firstUnknown,
      int violationCount,
      List<Violation> violations) {
    this.value = value;
    this.known = known;
    this.texts = texts;
    this.unknown = unknown;
    this.firstUnknown = firstUnknown;
    this.violationCount = violationCount;
    this.violations = List.copyOf(violations);
  }

  /** The tree; null if the message was only checked. */
  public ObjectValue value() {
    return value;
  }

  /** Fields that the schema declares, on all levels. */
  public long known() {
    return known;
  }

  /** Strings among them that are not empty. */
  public long texts() {
    return texts;
  }

  /** Fields that the schema does not declare. */
  public long unknown() {
    return unknown;
  }

  /** Offset of the first of them in the message; -1 if there is none. */
  public int firstUnknown() {
    return firstUnknown;
  }

  public int violationCount() {
    return violationCount;
  }

  /** The first violations. */
  public List<Violation> violations() {
    return violations;
  }

  @Override
  public String toString() {
    return known + " known fields, " + unknown + " unknown ones, " + violationCount + " violations";
  }
}
