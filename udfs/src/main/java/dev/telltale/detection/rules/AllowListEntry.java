package dev.telltale.detection.rules;

import com.google.re2j.Pattern;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * One entry of an {@link AllowList}: somebody's word, with a reason and an end, that certain
 * findings are none. Every condition that it has must hold. Immutable.
 *
 * @param rules that it is for; empty for all
 * @param fingerprint of the value as findings show it, or null
 * @param values normalised values by digest, or null
 * @param pattern the value as a whole, or null
 * @param path the field's pattern, in which {@code *} stands for anything, or null
 */
public record AllowListEntry(
    String id,
    String owner,
    String reason,
    LocalDate expires,
    Set<String> rules,
    String fingerprint,
    DigestList values,
    Pattern pattern,
    String path) {
  public AllowListEntry {
    rules = Set.copyOf(rules);
  }

  /** What there is to know of a finding, but no more than is asked for. */
  public interface Seen {
    Rule rule();

    String fingerprint();

    /** The keyed digest of the normalised value. */
    String digest();

    String reveal();

    String fieldPattern();
  }

  public boolean covers(Seen seen) {
    return concerns(seen.rule())
        && (fingerprint == null || fingerprint.equals(seen.fingerprint()))
        && (path == null || Globs.match(path, seen.fieldPattern()))
        && (values == null
            || (values.hasLength(DigestList.normal(seen.reveal()).length())
                && values.contains(seen.digest())))
        && (pattern == null || pattern.matches(seen.reveal()));
  }

  boolean concerns(Rule rule) {
    return rules.isEmpty() || rules.contains(rule.id());
  }

  /** Whose word it is, until when, and why. */
  public String explanation() {
    return String.format(Locale.ROOT, "%s of %s until %s: %s", id, owner, expires, reason);
  }

  /** The last day on which it counts is {@code expires}. */
  boolean isExpired(LocalDate today) {
    return today.isAfter(expires);
  }

  String warning() {
    return String.format(
        Locale.ROOT,
        "allow entry %s of %s expired on %s and suppresses nothing",
        id,
        owner,
        expires);
  }

  String essence() {
    return String.join(
        "\u0000",
        id,
        new TreeSet<>(rules).toString(),
        String.valueOf(fingerprint),
        values == null ? "" : values.essence(),
        pattern == null ? "" : pattern.pattern(),
        String.valueOf(path));
  }

  @Override
  public String toString() {
    return "allow entry " + id;
  }
}
