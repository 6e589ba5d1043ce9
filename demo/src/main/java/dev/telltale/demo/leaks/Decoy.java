package dev.telltale.demo.leaks;

import java.util.Objects;

/**
 * Something that looks like a leak and is none: a scan with default settings must not report it.
 *
 * @param objectKey the object it stands in
 * @param kind why it is harmless
 * @param value the text; published or made up, never sensitive
 */
public record Decoy(String objectKey, String kind, String value) {
  public Decoy {
    Objects.requireNonNull(objectKey, "objectKey");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(value, "value");
  }
}
