package dev.telltale.jobs.command;

import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.ValueType;
import org.apache.hadoop.conf.Configuration;

/** Where the lake is, and how it is written. */
public final class LakeSettings {
  public static final Setting<String> LAKE =
      Setting.option("lake", ValueType.URI)
          .describedAs("Folder of the Delta tables, local or s3a.")
          .required()
          .one();
  public static final Setting<String> KMS_KEY =
      Setting.option("kms-key", ValueType.text("ARN"))
          .describedAs("Encrypt what is written to the lake with this KMS key (SSE-KMS).")
          .standard(null, "as the bucket is set")
          .one();

  private LakeSettings() {}

  /** Sources are not touched: what is read is decrypted by the store, without a setting. */
  public static void apply(Settings settings, Configuration hadoop) {
    String bucket = BucketName.of(settings.value(LAKE));
    String key = settings.value(KMS_KEY);
    if (key != null && bucket != null) {
      hadoop.set("fs.s3a.bucket." + bucket + ".encryption.algorithm", "SSE-KMS");
      hadoop.set("fs.s3a.bucket." + bucket + ".encryption.key", key);
    }
  }
}
