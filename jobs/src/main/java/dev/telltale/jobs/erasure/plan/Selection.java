package dev.telltale.jobs.erasure.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an erasure is asked for. Cases, fingerprints and findings name values; type and time narrow
 * them. Without a value, type and time, or {@code all}, name whole objects.
 *
 * @param findings ids; the places alone, not the same values elsewhere
 * @param from inclusive; null for the beginning
 * @param to exclusive; null for no end
 * @param maxCollateral share of innocent records up to which an object that cannot be rewritten is
 *     deleted
 * @param online whether the store is asked
 * @param uploadAge unfinished uploads that are older go too
 */
public record Selection(
    List<String> cases,
    List<String> fingerprints,
    List<String> findings,
    @Nullable String telemetryType,
    @Nullable Instant from,
    @Nullable Instant to,
    boolean all,
    double maxCollateral,
    boolean online,
    Duration uploadAge) {
  public Selection {
    cases = List.copyOf(cases);
    fingerprints = List.copyOf(fingerprints);
    findings = List.copyOf(findings);
  }

  boolean ofValues() {
    return !cases.isEmpty() || !fingerprints.isEmpty() || !findings.isEmpty();
  }

  boolean isNarrowed() {
    return telemetryType != null || from != null || to != null || !findings.isEmpty();
  }

  /** For people; values are counted, not named. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    cases.forEach(each -> words.add("case " + each));
    if (!fingerprints.isEmpty()) {
      words.add("fingerprints: " + fingerprints.size());
    }
    findings.forEach(each -> words.add("finding " + each));
    if (telemetryType != null) {
      words.add("telemetry type " + telemetryType);
    }
    if (from != null) {
      words.add("exported from " + from);
    }
    if (to != null) {
      words.add("exported before " + to);
    }
    if (all) {
      words.add("everything");
    }
    return words;
  }
}
