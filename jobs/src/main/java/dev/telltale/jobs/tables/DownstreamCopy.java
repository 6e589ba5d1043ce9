package dev.telltale.jobs.tables;

import dev.telltale.jobs.settings.Problem;
import dev.telltale.jobs.settings.UserMistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where telemetry of one type goes on to from the bucket: the rows of the view {@code downstream}.
 *
 * @param telemetryType as the tables have it
 * @param inBucket how long the bucket keeps it, as the vendor promises; null if that is not said
 * @param destination null where it goes nowhere
 * @param kept how long it is kept there; null where it goes nowhere
 */
public record DownstreamCopy(
    String telemetryType,
    @Nullable String inBucket,
    @Nullable String destination,
    @Nullable String kept) {
  /**
   * What the vendor publishes.
   *
   * @see <a href="https://www.gitpod.io/docs/enterprise/background/data-observability">Data and
   *     observability</a>
   */
  public static final List<DownstreamCopy> PUBLISHED =
      List.of(
          new DownstreamCopy(
              "metrics", "7 days", "a third-party system (select alerting metrics)", "13 months"),
          new DownstreamCopy("logs", "1 day", null, null),
          new DownstreamCopy("kubernetes", "1 day", null, null),
          new DownstreamCopy("analytics", "1 day", "a third-party data warehouse", "12+ months"),
          new DownstreamCopy("billing", null, "a third-party data warehouse", "100 years"));

  private static final String MEANING =
      "-- One row for each place that telemetry of a type goes on to from the bucket, or one without a"
          + " destination where it goes nowhere: what the vendor publishes, or a file of yours.\n";

  public DownstreamCopy {
    Objects.requireNonNull(telemetryType, "telemetryType");
    if ((destination == null) != (kept == null)) {
      throw new IllegalArgumentException("a destination keeps it for some time");
    }
  }

  /** For people. */
  public String text() {
    return destination == null
        ? telemetryType + ": nowhere"
        : telemetryType + ": " + destination + ", kept " + kept;
  }

  /**
   * A file with a line for each destination: telemetry type, time in the bucket, destination, time
   * there, separated by {@code |}; {@code -} where there is none. Lines that start with {@code #}
   * say nothing.
   *
   * @param name of the file, for messages
   * @throws UserMistake with everything that is wrong
   */
  public static List<DownstreamCopy> parse(String name, String text) {
    List<DownstreamCopy> copies = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (line.isBlank() || line.strip().startsWith("#")) {
        continue;
      }
      String[] fields = line.split("\\|", -1);
      List<@Nullable String> values = new ArrayList<>();
      for (String field : fields) {
        values.add(field.isBlank() || field.strip().equals("-") ? null : field.strip());
      }
      String type = values.get(0);
      if (values.size() != 4
          || type == null
          || (values.get(2) == null) != (values.get(3) == null)) {
        problems.add(
            new Problem(
                "line " + number + " of " + name + " is no destination",
                "it has to be: telemetry type | kept in the bucket | destination | kept there",
                "write - where there is none, such as: logs | 1 day | - | -"));
      } else {
        copies.add(new DownstreamCopy(type, values.get(1), values.get(2), values.get(3)));
      }
    }
    if (!problems.isEmpty()) {
      throw new UserMistake(problems);
    }
    return copies;
  }

  /** The query of the view. */
  static String query(List<DownstreamCopy> copies) {
    String rows =
        copies.isEmpty()
            ? "('', CAST(NULL AS STRING), CAST(NULL AS STRING), CAST(NULL AS STRING))"
            : copies.stream().map(DownstreamCopy::row).collect(Collectors.joining(", "));
    return MEANING
        + "SELECT telemetry_type, in_bucket, destination, kept FROM VALUES "
        + rows
        + " AS copies(telemetry_type, in_bucket, destination, kept)"
        + (copies.isEmpty() ? " WHERE false" : "");
  }

  private String row() {
    return "("
        + SqlText.literal(telemetryType)
        + ", "
        + literal(inBucket)
        + ", "
        + literal(destination)
        + ", "
        + literal(kept)
        + ")";
  }

  private static String literal(@Nullable String text) {
    return text == null ? "CAST(NULL AS STRING)" : SqlText.literal(text);
  }
}
