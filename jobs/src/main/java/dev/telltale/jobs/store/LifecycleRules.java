package dev.telltale.jobs.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The lifecycle rules of a bucket that end object versions after a number of days. A rule that also
 * asks for tags or sizes is left out: a listing knows no tags, and what it spares would be said to
 * go. Driver.
 */
public final class LifecycleRules {
  private static final String NONE = "NoSuchLifecycleConfiguration";

  private LifecycleRules() {}

  /**
   * One rule for one kind of versions.
   *
   * @param current whether it ends current versions, or those that are not
   * @param days from 1
   */
  public record Ending(String id, String prefix, boolean current, int days) {}

  /**
   * @throws IOException if they cannot be read
   */
  public static List<Ending> of(Configuration hadoop, String bucket) throws IOException {
    return S3Bucket.of(hadoop, bucket)
        .ask(
            "lifecycle rules",
            client -> {
              try {
                return endings(
                    client.getBucketLifecycleConfiguration(to -> to.bucket(bucket)).rules());
              } catch (S3Exception refused) {
                if (refused.awsErrorDetails() != null
                    && NONE.equals(refused.awsErrorDetails().errorCode())) {
                  return List.of();
                }
                throw refused;
              }
            });
  }

  static List<Ending> endings(List<LifecycleRule> rules) {
    List<Ending> endings = new ArrayList<>();
    for (LifecycleRule rule : rules) {
      String prefix = prefix(rule);
      if (rule.status() != ExpirationStatus.ENABLED || prefix == null) {
        continue;
      }
      if (rule.expiration() != null && rule.expiration().days() != null) {
        endings.add(new Ending(rule.id(), prefix, true, rule.expiration().days()));
      }
      if (rule.noncurrentVersionExpiration() != null
          && rule.noncurrentVersionExpiration().noncurrentDays() != null
          && rule.noncurrentVersionExpiration().newerNoncurrentVersions() == null) {
        endings.add(
            new Ending(
                rule.id(), prefix, false, rule.noncurrentVersionExpiration().noncurrentDays()));
      }
    }
    return endings;
  }

  /** Null where the rule asks for more than a prefix. */
  @SuppressWarnings("deprecation")
  private static String prefix(LifecycleRule rule) {
    if (rule.filter() == null) {
      return rule.prefix() == null ? "" : rule.prefix();
    }
    boolean more =
        rule.filter().tag() != null
            || rule.filter().and() != null
            || rule.filter().objectSizeGreaterThan() != null
            || rule.filter().objectSizeLessThan() != null;
    if (more) {
      return null;
    }
    return rule.filter().prefix() == null ? "" : rule.filter().prefix();
  }
}
