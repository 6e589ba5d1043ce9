package dev.telltale.jobs.erasure.store;

import dev.telltale.jobs.erasure.BucketFacts;
import dev.telltale.jobs.erasure.PlannedVersion;
import dev.telltale.jobs.store.S3Bucket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.MFADeleteStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.ReplicationRule;

/** Asks a bucket for its settings. A refusal, of whatever kind, is an answer that nobody knows. */
final class BucketQuestions {
  /** What S3 answers where a bucket has no such configuration. */
  private static final Set<String> NONE =
      Set.of(
          "ObjectLockConfigurationNotFoundError",
          "NoSuchLifecycleConfiguration",
          "ReplicationConfigurationNotFoundError",
          "NoSuchConfiguration");

  private static final String YES = "yes";
  private static final String NO = "no";

  private final S3Bucket bucket;
  private @Nullable BucketFacts asked;

  BucketQuestions(S3Bucket bucket) {
    this.bucket = bucket;
  }

  /** Asks once. */
  synchronized BucketFacts facts() {
    if (asked == null) {
      List<String> versioning = versioning();
      asked =
          new BucketFacts(
              bucket.name(),
              versioning.get(0),
              versioning.get(1),
              lock(),
              lifecycle(),
              replication(),
              traces());
    }
    return asked;
  }

  boolean neverVersioned() {
    return facts().versioning().equals("never");
  }

  boolean needsMfa() {
    return facts().needsMfa();
  }

  /** Whether locks are on, or nobody may know. */
  boolean mayBeLocked() {
    return !facts().objectLock().equals(NO);
  }

  private List<String> versioning() {
    try {
      GetBucketVersioningResponse answer =
          bucket.ask(
              "versioning", client -> client.getBucketVersioning(to -> to.bucket(bucket.name())));
      String status = answer.statusAsString();
      return List.of(
          status == null ? "never" : status.toLowerCase(java.util.Locale.ROOT),
          answer.mfaDelete() == MFADeleteStatus.ENABLED ? YES : NO);
    } catch (IOException refused) {
      return List.of(PlannedVersion.UNKNOWN, PlannedVersion.UNKNOWN);
    }
  }

  private String lock() {
    try {
      ObjectLockConfiguration answer =
          bucket
              .ask(
                  "object lock",
                  client -> client.getObjectLockConfiguration(to -> to.bucket(bucket.name())))
              .objectLockConfiguration();
      if (answer == null || answer.objectLockEnabled() == null) {
        return NO;
      }
      if (answer.rule() == null || answer.rule().defaultRetention() == null) {
        return YES;
      }
      var retention = answer.rule().defaultRetention();
      return "yes, by default "
          + retention.modeAsString().toLowerCase(java.util.Locale.ROOT)
          + " for "
          + (retention.days() == null ? retention.years() + " years" : retention.days() + " days")
          + ": what is rewritten is locked anew";
    } catch (IOException refused) {
      return NONE.contains(Answer.code(refused)) ? NO : PlannedVersion.UNKNOWN;
    }
  }

  private List<String> lifecycle() {
    try {
      List<LifecycleRule> rules =
          bucket
              .ask(
                  "lifecycle",
                  client -> client.getBucketLifecycleConfiguration(to -> to.bucket(bucket.name())))
              .rules();
      return rules.stream().map(BucketQuestions::rule).toList();
    } catch (IOException refused) {
      return NONE.contains(Answer.code(refused)) ? List.of() : List.of(PlannedVersion.UNKNOWN);
    }
  }

  private static String rule(LifecycleRule rule) {
    StringBuilder words = new StringBuilder("rule ").append(rule.id()).append(": ");
    words.append(rule.statusAsString().toLowerCase(java.util.Locale.ROOT));
    if (rule.expiration() != null && rule.expiration().days() != null) {
      words.append(", current versions after ").append(rule.expiration().days()).append(" days");
    }
    if (rule.noncurrentVersionExpiration() != null
        && rule.noncurrentVersionExpiration().noncurrentDays() != null) {
      words
          .append(", old versions after ")
          .append(rule.noncurrentVersionExpiration().noncurrentDays())
          .append(" days");
    }
    if (rule.abortIncompleteMultipartUpload() != null) {
      words
          .append(", unfinished uploads after ")
          .append(rule.abortIncompleteMultipartUpload().daysAfterInitiation())
          .append(" days");
    }
    return words.toString();
  }

  private List<String> replication() {
    try {
      List<ReplicationRule> rules =
          bucket
              .ask(
                  "replication",
                  client -> client.getBucketReplication(to -> to.bucket(bucket.name())))
              .replicationConfiguration()
              .rules();
      return rules.stream()
          .filter(rule -> "Enabled".equals(rule.statusAsString()))
          .map(
              rule ->
                  "replica in "
                      + rule.destination().bucket()
                      + (rule.destination().account() == null
                          ? ""
                          : " of account " + rule.destination().account())
                      + ": a deletion by version id does not reach it")
          .toList();
    } catch (IOException refused) {
      return NONE.contains(Answer.code(refused)) ? List.of() : List.of(PlannedVersion.UNKNOWN);
    }
  }

  private List<String> traces() {
    List<String> traces = new ArrayList<>();
    try {
      bucket
          .ask(
              "inventory",
              client -> client.listBucketInventoryConfigurations(to -> to.bucket(bucket.name())))
          .inventoryConfigurationList()
          .forEach(
              each ->
                  traces.add(
                      "inventory reports with keys in "
                          + each.destination().s3BucketDestination().bucket()));
    } catch (IOException refused) {
      if (!NONE.contains(Answer.code(refused))) {
        traces.add("inventory: " + PlannedVersion.UNKNOWN);
      }
    }
    try {
      var logging =
          bucket
              .ask("logging", client -> client.getBucketLogging(to -> to.bucket(bucket.name())))
              .loggingEnabled();
      if (logging != null) {
        traces.add("access logs with keys in " + Objects.toString(logging.targetBucket()));
      }
    } catch (IOException refused) {
      traces.add("access logs: " + PlannedVersion.UNKNOWN);
    }
    return traces;
  }
}
