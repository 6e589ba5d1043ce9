package dev.telltale.jobs.erasure.proof;

import java.io.Serializable;

/**
 * Something that is still there, or of which nobody can tell.
 *
 * @param where an object version, a file of the lake
 * @param kind listed, readable, found, trace, or unverified: it could not be looked at
 * @param reason what is known of it
 */
public record Survivor(String where, String kind, String reason) implements Serializable {
  static final String LISTED = "listed";
  static final String READABLE = "readable";
  static final String FOUND = "found";
  static final String TRACE = "trace";
  static final String UNVERIFIED = "unverified";
}
