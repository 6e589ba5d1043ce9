package dev.telltale.jobs.command;

import dev.telltale.jobs.listing.ListingOptions;
import dev.telltale.jobs.listing.TimeWindow;
import dev.telltale.jobs.settings.PointInTime;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.UserMistake;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The settings that decide which objects of the sources are listed, and how. */
final class ListingSettings {
  private static final Setting<PointInTime> SINCE =
      Setting.time(
          "since",
          "Only objects exported at that time or later: 2026-04-30, 2026-04-30T06:00Z, or 36h for"
              + " so long ago.");
  private static final Setting<PointInTime> UNTIL =
      Setting.time("until", "Only objects exported before that time.");
  private static final Setting<Duration> SLACK =
      Setting.span(
          "slack",
          "How far times in keys may lie outside of the day or hour that their folder names;"
              + " Firehose delivers late.",
          "1h");
  private static final Setting<String> VERSIONS =
      Setting.choice(
          "versions",
          "all reads noncurrent versions too, also those under a delete marker.",
          "current",
          "current",
          "all");
  private static final Setting<String> INVENTORY =
      Setting.text(
          "inventory",
          "URI",
          "Take the objects from the manifest.json of an S3 Inventory instead of listing the"
              + " bucket.",
          null);

  private ListingSettings() {}

  static List<Setting<?>> all() {
    return List.of(SINCE, UNTIL, SLACK, VERSIONS, INVENTORY);
  }

  /**
   * @param now the moment of the call, for times that are told by how long ago they are
   * @throws UserMistake if no time lies between since and until
   */
  static ListingOptions options(Settings settings, List<String> sources, Instant now) {
    Instant since = at(settings.value(SINCE), now);
    Instant until = at(settings.value(UNTIL), now);
    if (since != null && until != null && !since.isBefore(until)) {
      throw new UserMistake(
          "--since " + since + " and --until " + until + " leave no time",
          "since is included, until is not, and the first must be earlier",
          "exchange them, or leave one out");
    }
    return new ListingOptions(
        sources,
        new TimeWindow(since, until, settings.value(SLACK)),
        settings.value(VERSIONS).equals("all"),
        settings.value(INVENTORY));
  }

  private static Instant at(PointInTime point, Instant now) {
    return point == null ? null : point.at(now);
  }
}
