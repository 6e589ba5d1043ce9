package dev.telltale.jobs.command;

import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.store.QuietSdk;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;

/** The settings with which every command reaches S3. */
public final class StoreSettings {
  private static final Setting<String> ENDPOINT =
      Setting.option("endpoint", ValueType.text("URL"))
          .describedAs("S3 endpoint, for a VPC endpoint or a store other than AWS.")
          .one();
  public static final Setting<String> REGION =
      Setting.option("region", ValueType.text("REGION"))
          .describedAs("AWS region of the buckets, if the environment does not name it.")
          .one();
  private static final Setting<Boolean> PATH_STYLE =
      Setting.option("path-style", ValueType.SWITCH)
          .describedAs("Address buckets as endpoint/bucket; stores other than AWS need it.")
          .standard(false)
          .one();
  private static final Setting<String> ASSUME_ROLE =
      Setting.option("assume-role", ValueType.text("ARN"))
          .describedAs("Assume this role to read the sources.")
          .one();
  private static final Setting<String> EXTERNAL_ID =
      Setting.option("external-id", ValueType.text("ID"))
          .describedAs("The external id that the role to assume demands.")
          .one();
  private static final Setting<Boolean> REQUESTER_PAYS =
      Setting.option("requester-pays", ValueType.SWITCH)
          .describedAs("Agree to pay for the requests, which buckets with Requester Pays demand.")
          .standard(false)
          .one();

  private static final Setting<Boolean> PLAIN_HTTP =
      Setting.option("plain-http", ValueType.SWITCH)
          .describedAs(
              "Reach an endpoint on another machine without encryption: who is on the way between"
                  + " reads along.")
          .standard(false)
          .one();

  private static final String STS = "fs.s3a.assumed.role.sts.endpoint";
  private static final String PROVIDERS = "fs.s3a.aws.credentials.provider";

  /**
   * How long a store is asked again. s3a doubles its pause with every attempt and has no bound for
   * it: its own 20 attempts on throttling would end after a day. These bounds give a throttling
   * store (503 SlowDown) about three minutes, and any other failure half a minute, before the
   * object at hand counts as unreadable. The SDK below s3a repeats a request once, for a connection
   * that broke; more of its attempts would multiply with those of s3a.
   */
  private static final Map<String, String> RETRIES =
      Map.of(
          "fs.s3a.attempts.maximum", "2",
          "fs.s3a.retry.limit", "6",
          "fs.s3a.retry.interval", "250ms",
          "fs.s3a.retry.throttle.limit", "10",
          "fs.s3a.retry.throttle.interval", "100ms");

  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|.*\\.localhost|127(\\.\\d{1,3}){3}|\\[::1\\])(:\\d+)?");

  private StoreSettings() {}

  public static List<Setting<?>> all() {
    return List.of(
        ENDPOINT, PLAIN_HTTP, REGION, PATH_STYLE, ASSUME_ROLE, EXTERNAL_ID, REQUESTER_PAYS);
  }

  /** The Hadoop settings that follow, for commands without a Spark session. */
  public static Configuration hadoop(Settings settings, List<Location> sources) {
    QuietSdk.start();
    Configuration hadoop = new Configuration();
    apply(settings, sources, hadoop);
    return hadoop;
  }

  /**
   * Before Spark is started.
   *
   * @throws UserMistake if the endpoint is reached without encryption, and nobody said so
   */
  public static void requireEncrypted(Settings settings) {
    if (!settings.value(PLAIN_HTTP)) {
      requireEncrypted("--endpoint", settings.value(ENDPOINT), true);
    }
  }

  private static void requireEncrypted(String name, String endpoint, boolean encryptedByDefault) {
    if (endpoint == null || endpoint.isBlank()) {
      return;
    }
    boolean hasScheme = endpoint.contains("://");
    boolean plain =
        hasScheme ? !endpoint.toLowerCase(Locale.ROOT).startsWith("https://") : !encryptedByDefault;
    String host =
        endpoint.replaceFirst("^[^/]*://", "").replaceFirst("/.*", "").toLowerCase(Locale.ROOT);
    if (plain && !LOOPBACK.matcher(host).matches()) {
      throw new UserMistake(
          name + " " + endpoint + " is reached without encryption",
          "what is read and written crosses the network in the clear",
          "write https://, or add --plain-http to have it so");
    }
  }

  /**
   * Sets what the settings ask for; what the platform's own configuration sets and nobody asks
   * about stays.
   */
  public static void apply(Settings settings, List<Location> sources, Configuration hadoop) {
    if (isUntouched(hadoop, PROVIDERS)) {
      hadoop.set(
          PROVIDERS,
          "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider,"
              + "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider");
    }
    RETRIES.forEach(
        (name, value) -> {
          if (isUntouched(hadoop, name)) {
            hadoop.set(name, value);
          }
        });
    of(settings, sources).forEach(hadoop::set);
    if (!settings.value(PLAIN_HTTP)) {
      boolean encrypted = hadoop.getBoolean("fs.s3a.connection.ssl.enabled", true);
      hadoop
          .getPropsWithPrefix("fs.s3a.")
          .forEach(
              (name, value) -> {
                if (name.equals("endpoint") || name.matches("bucket\\..*\\.endpoint")) {
                  requireEncrypted("fs.s3a." + name, value, encrypted);
                }
              });
    }
    String region = settings.value(REGION);
    if (settings.value(ASSUME_ROLE) != null && region != null && isUntouched(hadoop, STS)) {
      // Else the SDK would look for a region of its own, and s3a takes one with an endpoint only.
      String china = region.startsWith("cn-") ? ".cn" : "";
      hadoop.set(STS, "sts." + region + ".amazonaws.com" + china);
      hadoop.set(STS + ".region", region);
    }
  }

  private static Map<String, String> of(Settings settings, List<Location> sources) {
    if (settings.value(EXTERNAL_ID) != null && settings.value(ASSUME_ROLE) == null) {
      throw new UserMistake(
          "--external-id is given without a role",
          "only an assumed role has an external id",
          "add --assume-role ARN");
    }
    Map<String, String> hadoop = new TreeMap<>();
    put(hadoop, "fs.s3a.endpoint", settings.value(ENDPOINT));
    put(hadoop, "fs.s3a.endpoint.region", settings.value(REGION));
    if (settings.value(ENDPOINT) != null && settings.value(REGION) == null) {
      hadoop.put("fs.s3a.endpoint.region", "us-east-1");
    }
    if (settings.value(PATH_STYLE)) {
      hadoop.put("fs.s3a.path.style.access", "true");
    }
    for (Location source : sources) {
      String bucket = source.bucket();
      if (bucket != null) {
        hadoop.putAll(ofSource(settings, "fs.s3a.bucket." + bucket + "."));
      }
    }
    return hadoop;
  }

  /** The lake is written with the caller's own identity, and its owner pays for it. */
  private static Map<String, String> ofSource(Settings settings, String bucket) {
    Map<String, String> hadoop = new TreeMap<>();
    String role = settings.value(ASSUME_ROLE);
    if (role != null) {
      hadoop.put(
          bucket + "aws.credentials.provider",
          "org.apache.hadoop.fs.s3a.auth.AssumedRoleCredentialProvider");
      hadoop.put(bucket + "assumed.role.arn", role);
      put(hadoop, bucket + "assumed.role.external.id", settings.value(EXTERNAL_ID));
      // The role is taken with the identity that reaches everything else: by default s3a would
      // look for keys in its own settings and in the environment only.
      hadoop.put(
          "fs.s3a.assumed.role.credentials.provider",
          "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider,"
              + "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider");
    }
    if (settings.value(REQUESTER_PAYS)) {
      hadoop.put(bucket + "requester.pays.enabled", "true");
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
