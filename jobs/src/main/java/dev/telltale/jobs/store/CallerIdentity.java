package dev.telltale.jobs.store;

import dev.telltale.jobs.location.Location;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import org.apache.hadoop.fs.s3a.impl.AWSClientConfig;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;

/**
 * Who runs this program, for a ledger that others read. Over S3 it is the identity that AWS itself
 * knows the caller by, asked with the credentials that write the lake ({@code
 * sts:GetCallerIdentity}, which needs no permission); else the user of the operating system, which
 * nobody vouches for, and the machine. Driver.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">
 *     GetCallerIdentity</a>
 */
public final class CallerIdentity {
  private static final String ENDPOINT = "fs.s3a.assumed.role.sts.endpoint";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private CallerIdentity() {}

  /** An ARN; else {@code USER on MACHINE}, followed by why it is no ARN where one was asked for. */
  public static String of(Configuration hadoop, Location lake) {
    if (lake.bucket() == null) {
      return user();
    }
    try {
      FileSystem files = new Path("s3a://" + lake.bucket() + "/").getFileSystem(hadoop);
      if (files instanceof S3AFileSystem s3a && answers(s3a.getConf())) {
        return arn(s3a);
      }
      return user() + " (the store has no service that knows its callers)";
    } catch (IOException | SdkException | IllegalArgumentException refused) {
      return user() + " (AWS STS did not answer)";
    }
  }

  /** Another store's credentials are none of AWS's business. */
  private static boolean answers(Configuration settings) {
    String store = settings.get("fs.s3a.endpoint", "").toLowerCase(Locale.ROOT);
    return !settings.get(ENDPOINT, "").isBlank()
        || store.isBlank()
        || store.matches("(https?://)?([^/]*\\.)?amazonaws\\.com(\\.cn)?(:[0-9]+)?/?");
  }

  private static String arn(S3AFileSystem files) throws IOException {
    Configuration settings = files.getConf();
    String endpoint = settings.get(ENDPOINT, "");
    String region = settings.get(ENDPOINT + ".region", settings.get("fs.s3a.endpoint.region", ""));
    StsClientBuilder builder =
        StsClient.builder()
            .credentialsProvider(files.getS3AInternals().shareCredentials("telltale"))
            .httpClientBuilder(AWSClientConfig.createHttpClientBuilder(settings))
            .overrideConfiguration(limits -> limits.apiCallTimeout(PATIENCE))
            .region(region.isBlank() ? Region.AWS_GLOBAL : Region.of(region));
    if (!endpoint.isBlank()) {
      builder.endpointOverride(
          URI.create(endpoint.contains("://") ? endpoint : "https://" + endpoint));
    }
    try (StsClient client = builder.build()) {
      return client.getCallerIdentity().arn();
    }
  }

  private static String user() {
    return System.getProperty("user.name") + " on " + machine();
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unnamed) {
      return "an unnamed host";
    }
  }
}
