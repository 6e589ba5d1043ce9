package dev.telltale.detection.validators;

/** Decides whether a candidate is what its pattern suggests. Thread-safe, linear in its input. */
@FunctionalInterface
public interface Validator {
  boolean accepts(CandidateValue candidate);
}
