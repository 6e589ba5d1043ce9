package dev.telltale.jobs.tables;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When objects go by themselves: the rows of the view {@code retention}.
 *
 * @param bucket that the rule holds for; null for all
 * @param prefix of the keys that it holds for
 * @param versions {@code current}, {@code noncurrent} or {@code all}
 * @param days after which a version goes
 * @param rule the id of a lifecycle rule, or what else says so
 */
public record RetentionRule(
    @Nullable String bucket, String prefix, String versions, int days, String rule) {
  private static final String MEANING =
      "-- One row for each rule that ends objects by themselves: a lifecycle rule of their bucket, or"
          + " the default retention.\n";

  public RetentionRule {
    Objects.requireNonNull(prefix, "prefix");
    Objects.requireNonNull(versions, "versions");
    Objects.requireNonNull(rule, "rule");
  }

  /** The query of the view. */
  static String query(List<RetentionRule> rules) {
    String rows =
        rules.isEmpty()
            ? "(CAST(NULL AS STRING), '', '', 0, '')"
            : rules.stream().map(RetentionRule::row).collect(Collectors.joining(", "));
    return MEANING
        + "SELECT bucket, prefix, versions, days, rule FROM VALUES "
        + rows
        + " AS rules(bucket, prefix, versions, days, rule)"
        + (rules.isEmpty() ? " WHERE false" : "");
  }

  private String row() {
    return "("
        + (bucket == null ? "CAST(NULL AS STRING)" : literal(bucket))
        + ", "
        + literal(prefix)
        + ", "
        + literal(versions)
        + ", "
        + days
        + ", "
        + literal(rule)
        + ")";
  }

  private static String literal(String text) {
    return SqlText.literal(text);
  }
}
