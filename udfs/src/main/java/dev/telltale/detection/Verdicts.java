package dev.telltale.detection;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.finding.Match;
import dev.telltale.detection.rules.AllowListEntry;
import dev.telltale.detection.rules.DigestList;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.TeamPolicy;

/** What a team's own settings make of matches in records of one telemetry type. */
final class Verdicts {
  private final TeamPolicy team;
  private final FingerprintKey key;
  private final String telemetryType;

  Verdicts(TeamPolicy team, FingerprintKey key, String telemetryType) {
    this.team = team;
    this.key = key;
    this.telemetryType = telemetryType;
  }

  String severity(Rule rule) {
    return team.severity(rule, telemetryType);
  }

  /** What takes a match out of all counts, or null. */
  String suppressedBy(Match match, String fingerprint, String fieldPattern) {
    AllowListEntry entry = team.allowListEntry(new SeenMatch(match, fingerprint, fieldPattern));
    if (entry != null) {
      return entry.id();
    }
    return match.confidence() < team.floor(match.rule(), telemetryType)
        ? TeamPolicy.BELOW_FLOOR
        : null;
  }

  /** Digests the value only when an entry asks for it. */
  private final class SeenMatch implements AllowListEntry.Seen {
    private final Match match;
    private final String fingerprint;
    private final String fieldPattern;

    SeenMatch(Match match, String fingerprint, String fieldPattern) {
      this.match = match;
      this.fingerprint = fingerprint;
      this.fieldPattern = fieldPattern;
    }

    @Override
    public Rule rule() {
      return match.rule();
    }

    @Override
    public String fingerprint() {
      return fingerprint;
    }

    @Override
    public String digest() {
      return key.digest(DigestList.normal(match.reveal()));
    }

    @Override
    public String reveal() {
      return match.reveal();
    }

    @Override
    public String fieldPattern() {
      return fieldPattern;
    }

    @Override
    public String toString() {
      return match.toString();
    }
  }
}
