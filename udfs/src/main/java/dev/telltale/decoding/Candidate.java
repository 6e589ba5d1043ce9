package dev.telltale.decoding;

import java.util.Objects;

/**
 * A way in which a leaf could be read.
 *
 * @param format of its records, such as {@code otlp-metrics}
 * @param evidence for and against it in counts and names of the format, never content
 */
public record Candidate(String format, String evidence) {
  public Candidate {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(evidence, "evidence");
  }
}
