package dev.telltale.jobs.command.scan;

import dev.telltale.jobs.command.LakeSettings;
import dev.telltale.jobs.command.Locations;
import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import java.time.Duration;
import java.util.List;

/** The settings of a scan that runs as a structured streaming query. */
final class StreamSettings {
  private static final Setting<Boolean> CONTINUOUS =
      Setting.option("continuous", ValueType.SWITCH)
          .describedAs("Keep scanning what arrives, until the process is ended.")
          .standard(false)
          .one();
  private static final Setting<Boolean> AVAILABLE_NOW =
      Setting.option("available-now", ValueType.SWITCH)
          .describedAs(
              "Scan what is there through the checkpoint of the stream, then end; for schedules"
                  + " that also use --continuous.")
          .standard(false)
          .one();
  private static final Setting<Duration> INTERVAL =
      Setting.option("interval", ValueType.DURATION)
          .describedAs("With --continuous: how often the sources are listed.")
          .standard(Duration.ofMinutes(5))
          .one();
  private static final Setting<Location> CHECKPOINT =
      Setting.option("checkpoint", Locations.FOLDER)
          .describedAs("Where the stream keeps its offsets.")
          .standard(null, "in the lake")
          .one();

  private StreamSettings() {}

  static List<Setting<?>> all() {
    return List.of(CONTINUOUS, AVAILABLE_NOW, INTERVAL, CHECKPOINT);
  }

  /** Whether the scan is a stream at all. */
  static boolean isStream(Settings settings) {
    if (settings.value(CONTINUOUS) && settings.value(AVAILABLE_NOW)) {
      throw new UserMistake(
          "--continuous and --available-now exclude each other",
          "the first never ends, the second ends once everything that is there is scanned",
          "leave one out");
    }
    return settings.value(CONTINUOUS) || settings.value(AVAILABLE_NOW);
  }

  /** Between two listings; null to list once. */
  static Duration interval(Settings settings) {
    return settings.value(CONTINUOUS) ? settings.value(INTERVAL) : null;
  }

  static String checkpoint(Settings settings, String lake) {
    Location given = settings.value(CHECKPOINT);
    return given == null ? lake + "/_telltale/stream" : given.toString();
  }

  /** The folders that a scan writes. */
  static List<Location> written(Settings settings) {
    Location lake = settings.value(LakeSettings.LAKE);
    Location checkpoint = settings.value(CHECKPOINT);
    return checkpoint == null ? List.of(lake) : List.of(lake, checkpoint);
  }
}
