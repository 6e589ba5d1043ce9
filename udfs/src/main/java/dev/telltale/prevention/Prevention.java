package dev.telltale.prevention;

import dev.telltale.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A processor with a rule against a case: its configuration, and what it does to a record, by the
 * published semantics of that processor.
 */
public interface Prevention {
  /** Such as {@code collector-redaction-keys}. */
  String id();

  /** What it is, in words. */
  String title();

  /** What to write into the configuration of the processor. */
  String configuration();

  /** The name of a file for it. */
  String fileName();

  /** Where this processor cannot reach, in words. */
  String blind();

  /**
   * The body as it leaves the processor, the same instance where nothing changed; null if dropped.
   */
  @Nullable Value processed(SentRecord sent);
}
