package dev.telltale.jobs.command;

import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.store.StoreProblems;
import dev.telltale.jobs.tables.DownstreamCopy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** {@code --downstream}: where telemetry goes on to, as a team knows it. */
public final class DownstreamFile {
  /** For commands that say where copies are. */
  public static final Setting<String> SETTING =
      Setting.option("downstream", ValueType.text("FILE"))
          .describedAs(
              "Where each telemetry type goes on to, a line each: type | kept in the bucket |"
                  + " destination | kept there.")
          .standard(null, "what the vendor publishes")
          .one();

  private DownstreamFile() {}

  /**
   * @throws UserMistake if it cannot be read, or is none
   */
  public static List<DownstreamCopy> read(Settings settings) {
    String file = settings.value(SETTING);
    if (file == null) {
      return DownstreamCopy.PUBLISHED;
    }
    Location location = Location.of(file);
    try (InputStream in = open(location, settings)) {
      byte[] bytes = in.readNBytes(RunLimits.MAX_DOWNSTREAM_BYTES + 1);
      if (bytes.length > RunLimits.MAX_DOWNSTREAM_BYTES) {
        throw new UserMistake(
            "--downstream " + file + " is too large",
            "it has more than 1 MiB",
            "it needs a line for each destination, and nothing else");
      }
      return DownstreamCopy.parse(file, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UserMistake(
          List.of(StoreProblems.of("--downstream " + file + " cannot be read", unreadable)));
    }
  }

  private static InputStream open(Location location, Settings settings) throws IOException {
    if (location.isLocal()) {
      return Files.newInputStream(location.file());
    }
    Configuration hadoop = StoreSettings.hadoop(settings, List.of());
    Path path = new Path(location.toString());
    return path.getFileSystem(hadoop).open(path);
  }
}
