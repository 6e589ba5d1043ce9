package dev.telltale.jobs.command;

import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/** The settings with which every command reaches S3. */
final class StoreSettings {
  private static final Setting<String> ENDPOINT =
      Setting.text(
          "endpoint", "URL", "S3 endpoint, for a VPC endpoint or a store other than AWS.", null);
  private static final Setting<String> REGION =
      Setting.text(
          "region", "REGION", "AWS region of the buckets, if the environment does not tell.", null);
  private static final Setting<Boolean> PATH_STYLE =
      Setting.flag(
          "path-style", "Address buckets as endpoint/bucket; stores other than AWS need it.");
  private static final Setting<String> ASSUME_ROLE =
      Setting.text("assume-role", "ARN", "Take this role for reading the sources.", null);

  private static final String PROVIDERS = "fs.s3a.aws.credentials.provider";

  private StoreSettings() {}

  static List<Setting<?>> all() {
    return List.of(ENDPOINT, REGION, PATH_STYLE, ASSUME_ROLE);
  }

  /** The Hadoop settings that follow, for commands without a Spark session. */
  static Configuration hadoop(Settings settings, List<String> sources) {
    Configuration hadoop = new Configuration();
    apply(settings, sources, hadoop);
    return hadoop;
  }

  /**
   * Sets what the settings ask for; what the platform's own configuration sets and nobody asks
   * about stays.
   */
  static void apply(Settings settings, List<String> sources, Configuration hadoop) {
    if (isUntouched(hadoop, PROVIDERS)) {
      hadoop.set(
          PROVIDERS,
          "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider,"
              + "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider");
    }
    of(settings, sources).forEach(hadoop::set);
  }

  private static Map<String, String> of(Settings settings, List<String> sources) {
    Map<String, String> hadoop = new TreeMap<>();
    put(hadoop, "fs.s3a.endpoint", settings.value(ENDPOINT));
    put(hadoop, "fs.s3a.endpoint.region", settings.value(REGION));
    if (settings.value(ENDPOINT) != null && settings.value(REGION) == null) {
      hadoop.put("fs.s3a.endpoint.region", "us-east-1");
    }
    if (settings.value(PATH_STYLE)) {
      hadoop.put("fs.s3a.path.style.access", "true");
    }
    String role = settings.value(ASSUME_ROLE);
    if (role != null) {
      for (String source : sources) {
        String bucket = new org.apache.hadoop.fs.Path(source).toUri().getAuthority();
        if (bucket != null) {
          String prefix = "fs.s3a.bucket." + bucket + ".";
          hadoop.put(
              prefix + "aws.credentials.provider",
              "org.apache.hadoop.fs.s3a.auth.AssumedRoleCredentialProvider");
          hadoop.put(prefix + "assumed.role.arn", role);
        }
      }
    }
    return hadoop;
  }

  private static void put(Map<String, String> hadoop, String name, String value) {
    if (value != null) {
      hadoop.put(name, value);
    }
  }

  private static boolean isUntouched(Configuration hadoop, String name) {
    String[] sources = hadoop.getPropertySources(name);
    return sources == null
        || sources.length == 0
        || sources[sources.length - 1].endsWith("-default.xml");
  }
}
