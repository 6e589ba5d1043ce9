package dev.telltale.jobs.command.report;

import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.ValueType;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How long the bucket keeps objects, as its owner says: the lake knows no lifecycle rules.
 *
 * @param terms by telemetry type; under the empty name, for all others
 */
record RetentionTerms(Map<String, Duration> terms) {
  private static final Pattern TYPE = Pattern.compile("[a-z]{1,40}");

  static final Setting<List<Term>> RETENTION =
      Setting.option(
              "retention",
              new ValueType<>("[TYPE=]DURATION", List.of(), RetentionTerms::read, Term::toString))
          .describedAs(
              "How long the bucket keeps objects, for all or for one telemetry type, such as 1d or"
                  + " metrics=7d: the report then says until when each can be read. May be given"
                  + " several times.")
          .many();

  /**
   * A lifecycle rule.
   *
   * @param telemetryType empty for all that have none of their own
   */
  record Term(String telemetryType, Duration kept) {
    @Override
    public String toString() {
      return (telemetryType.isEmpty() ? "" : telemetryType + "=") + shown(kept);
    }
  }

  RetentionTerms {
    terms = Collections.unmodifiableMap(new TreeMap<>(terms));
  }

  static RetentionTerms of(List<Term> given) {
    Map<String, Duration> terms = new TreeMap<>();
    given.forEach(term -> terms.put(term.telemetryType(), term.kept()));
    return new RetentionTerms(terms);
  }

  private static Term read(String given) {
    int sign = given.indexOf('=');
    String type = sign < 0 ? "" : given.substring(0, sign).toLowerCase(Locale.ROOT);
    if (sign >= 0 && !TYPE.matcher(type).matches()) {
      throw new IllegalArgumentException(
          "a duration such as 1d, or a telemetry type and a duration such as metrics=7d");
    }
    return new Term(type, ValueType.DURATION.reader().apply(given.substring(sign + 1)));
  }

  private static String shown(Duration kept) {
    return ValueType.DURATION.writer().apply(kept);
  }

  boolean isKnown() {
    return !terms.isEmpty();
  }

  /** A SQL expression of seconds over the column {@code telemetry_type}; null where unknown. */
  String sqlSeconds() {
    StringBuilder cases = new StringBuilder("CASE telemetry_type");
    terms.forEach(
        (type, kept) -> {
          if (!type.isEmpty()) {
            cases.append(" WHEN '").append(type).append("' THEN ").append(kept.toSeconds());
          }
        });
    Duration others = terms.get("");
    boolean none = terms.isEmpty() || (terms.size() == 1 && others != null);
    String last = others == null ? "CAST(NULL AS BIGINT)" : Long.toString(others.toSeconds());
    return none ? last : cases.append(" ELSE ").append(last).append(" END").toString();
  }

  /** Such as {@code metrics 7d, all others 1d}. */
  String shown() {
    StringBuilder words = new StringBuilder();
    terms.forEach(
        (type, kept) ->
            words
                .append(words.isEmpty() ? "" : ", ")
                .append(type.isEmpty() ? (terms.size() > 1 ? "all others" : "all objects") : type)
                .append(' ')
                .append(shown(kept)));
    return words.toString();
  }
}
