package dev.telltale.jobs.command;

import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.UserMistake;
import java.time.Duration;
import java.util.List;

/** The settings of a scan that runs as a structured streaming query. */
final class StreamSettings {
  private static final Setting<Boolean> CONTINUOUS =
      Setting.flag("continuous", "Go on scanning what comes, until the process is ended.");
  private static final Setting<Boolean> AVAILABLE_NOW =
      Setting.flag(
          "available-now",
          "Scan what is there through the stream's checkpoint, then end; for schedules that also"
              + " use --continuous.");
  private static final Setting<Duration> INTERVAL =
      Setting.span("interval", "With --continuous: how often the sources are listed.", "5m");
  private static final Setting<String> CHECKPOINT =
      Setting.text(
          "checkpoint", "URI", "Where the stream keeps its offsets. Default: in the lake.", null);

  private StreamSettings() {}

  static List<Setting<?>> all() {
    return List.of(CONTINUOUS, AVAILABLE_NOW, INTERVAL, CHECKPOINT);
  }

  /** Whether the scan is a stream at all. */
  static boolean isStream(Settings settings) {
    if (settings.value(CONTINUOUS) && settings.value(AVAILABLE_NOW)) {
      throw new UserMistake(
          "--continuous and --available-now exclude one another",
          "the first never ends, the second ends when all is scanned that is there",
          "leave one out");
    }
    return settings.value(CONTINUOUS) || settings.value(AVAILABLE_NOW);
  }

  /** Between two listings; null to list once. */
  static Duration interval(Settings settings) {
    return settings.value(CONTINUOUS) ? settings.value(INTERVAL) : null;
  }

  static String checkpoint(Settings settings, String lake) {
    String given = settings.value(CHECKPOINT);
    return given == null ? lake + "/_telltale/stream" : given;
  }
}
