package dev.telltale.jobs.cases;

import java.util.Objects;

/**
 * One answer to a question about where a case comes from, with its reason.
 *
 * @param about the question, such as {@code component} or {@code since}
 * @param answer read from redacted records, or from code that is published
 * @param records of the case that speak for it
 * @param evidence why it may be believed, in a few words
 */
public record Clue(String about, String answer, long records, String evidence) {
  public Clue {
    Objects.requireNonNull(about, "about");
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(evidence, "evidence");
  }
}
