package dev.telltale.jobs.command;

import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** The settings with which the lake is written. */
final class LakeSettings {
  private static final Setting<String> KMS_KEY =
      Setting.text(
          "kms-key",
          "ARN",
          "Encrypt what is written to the lake with this KMS key (SSE-KMS). Default: as the bucket"
              + " says.",
          null);

  private LakeSettings() {}

  static List<Setting<?>> all() {
    return List.of(KMS_KEY);
  }

  /** Sources are not touched: what is read is decrypted by the store, without a setting. */
  static void apply(Settings settings, String lake, Configuration hadoop) {
    String bucket = BucketName.of(lake);
    String key = settings.value(KMS_KEY);
    if (key != null && bucket != null) {
      hadoop.set("fs.s3a.bucket." + bucket + ".encryption.algorithm", "SSE-KMS");
      hadoop.set("fs.s3a.bucket." + bucket + ".encryption.key", key);
    }
  }
}
