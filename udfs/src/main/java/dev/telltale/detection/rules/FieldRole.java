package dev.telltale.detection.rules;

import java.util.Locale;

/** What a field's name says it holds. Rules for bare numbers keep out of most of these. */
public enum FieldRole {
  /** Random or serial names of things: trace and span ids, UUIDs, resource versions. */
  IDENTIFIER,
  /** Hashes of content and commits. */
  DIGEST,
  /** Points in time. */
  TIME,
  /** Counters, sizes and durations. */
  COUNT,
  /** Versions of software and user agents. */
  VERSION,
  /** Container images. */
  IMAGE,
  /** Pictures and other media in base64. */
  MEDIA,
  /** Services and other software: what is counted or listens there is of the software. */
  PROGRAM;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
