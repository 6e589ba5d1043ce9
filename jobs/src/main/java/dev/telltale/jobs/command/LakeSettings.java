package dev.telltale.jobs.command;

import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.Problem;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** Where the lake is, and how it is written. */
public final class LakeSettings {
  public static final Setting<Location> LAKE =
      Setting.option("lake", Locations.FOLDER)
          .describedAs("Folder of the Delta tables, local or s3a.")
          .required()
          .one();
  public static final Setting<String> KMS_KEY =
      Setting.option("kms-key", ValueType.text("ARN"))
          .describedAs("Encrypt what is written to the lake with this KMS key (SSE-KMS).")
          .standard(null, "as the bucket is set")
          .one();

  private LakeSettings() {}

  /** The lake's address, in the one form that readers and writers of its tables use. */
  public static String root(Settings settings) {
    return settings.value(LAKE).toString();
  }

  /**
   * A scan writes the lake: it must not read what it writes, nor write among what it reads.
   *
   * @throws UserMistake naming every source, and the checkpoint, that lies in the other or around
   *     it
   */
  public static void requireApart(List<Location> written, List<Location> sources) {
    List<Problem> problems = new ArrayList<>();
    for (Location folder : written) {
      for (Location source : sources) {
        if (source.contains(folder)) {
          problems.add(
              new Problem(
                  folder + " lies inside the source " + source,
                  "a scan would read what it has written",
                  "keep the lake in another folder or bucket, or name narrower sources"));
        } else if (folder.contains(source)) {
          problems.add(
              new Problem(
                  "the source " + source + " lies inside " + folder,
                  "a folder of tables holds tables, not what is scanned",
                  "keep the lake in another folder or bucket"));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new UserMistake(problems);
    }
  }

  /** Sources are not touched: what is read is decrypted by the store, without a setting. */
  public static void apply(Settings settings, Configuration hadoop) {
    String bucket = settings.value(LAKE).bucket();
    String key = settings.value(KMS_KEY);
    if (key != null && bucket != null) {
      hadoop.set("fs.s3a.bucket." + bucket + ".encryption.algorithm", "SSE-KMS");
      hadoop.set("fs.s3a.bucket." + bucket + ".encryption.key", key);
    }
  }
}
