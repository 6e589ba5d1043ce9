package dev.telltale.jobs.command.scan;

import dev.telltale.jobs.command.Locations;
import dev.telltale.jobs.listing.ListingOptions;
import dev.telltale.jobs.listing.TimeWindow;
import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.PointInTime;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The settings that decide which objects of the sources are listed, and how. */
final class ListingSettings {
  private static final Setting<PointInTime> SINCE =
      Setting.option("since", ValueType.TIME)
          .describedAs(
              "Only objects exported at that time or later: 2026-04-30, 2026-04-30T06:00Z, or 36h"
                  + " for 36 hours ago.")
          .one();
  private static final Setting<PointInTime> UNTIL =
      Setting.option("until", ValueType.TIME)
          .describedAs("Only objects exported before that time.")
          .one();
  private static final Setting<Duration> SLACK =
      Setting.option("slack", ValueType.DURATION)
          .describedAs(
              "How far the time in a key may be outside of the day or hour that its folder names;"
                  + " Firehose delivers late.")
          .standard(Duration.ofHours(1))
          .one();
  private static final Setting<String> VERSIONS =
      Setting.option("versions", ValueType.choice("current", "all"))
          .describedAs(
              "Which versions are read; all includes noncurrent ones, also those under a delete"
                  + " marker.")
          .standard("current")
          .one();
  private static final Setting<Location> INVENTORY =
      Setting.option("inventory", Locations.PLACE)
          .describedAs(
              "Take the objects from the manifest.json of an S3 Inventory instead of listing the"
                  + " bucket.")
          .one();

  private ListingSettings() {}

  static List<Setting<?>> all() {
    return List.of(SINCE, UNTIL, SLACK, VERSIONS, INVENTORY);
  }

  /**
   * @param now the moment of the call, for times that are given by how long ago they are
   * @throws UserMistake if no time lies between since and until
   */
  static ListingOptions options(Settings settings, List<String> sources, Instant now) {
    Instant since = at(settings.value(SINCE), now);
    Instant until = at(settings.value(UNTIL), now);
    if (since != null && until != null && !since.isBefore(until)) {
      throw new UserMistake(
          "--since " + since + " and --until " + until + " leave no time between them",
          "--since must be earlier than --until, which is not included",
          "swap them, or leave one out");
    }
    Location inventory = settings.value(INVENTORY);
    return new ListingOptions(
        sources,
        new TimeWindow(since, until, settings.value(SLACK)),
        settings.value(VERSIONS).equals("all"),
        inventory == null ? null : inventory.toString());
  }

  private static Instant at(PointInTime point, Instant now) {
    return point == null ? null : point.at(now);
  }
}
