package dev.telltale.jobs.command.erase;

import dev.telltale.jobs.erasure.BucketFacts;
import dev.telltale.jobs.erasure.ErasurePlan;
import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.store.ObjectPath;
import java.util.List;

/** The plan that a command is about. */
final class PlanArgument {
  static final Setting<String> PLAN =
      Setting.operand(new ValueType<>("PLAN", List.of(), text -> text, text -> text))
          .describedAs("The file that telltale erase plan has written.")
          .required()
          .one();

  private PlanArgument() {}

  /** Its buckets, for the identity that reaches them. */
  static List<Location> sources(ErasurePlan plan) {
    return plan.buckets().stream()
        .map(BucketFacts::bucket)
        .map(each -> Location.of(ObjectPath.isLocal(each) ? each : "s3a://" + each + "/"))
        .toList();
  }

  /**
   * @throws UserMistake if the lake's fingerprints are of another key
   */
  static void requireKey(ErasurePlan plan, String keyId) {
    if (!plan.fingerprintKeyId().equals(keyId)) {
      throw new UserMistake(
          "the fingerprint key is not the one of the plan",
          "the plan was made with key "
              + plan.fingerprintKeyId()
              + ", this command uses key "
              + keyId,
          "pass the key of the lake as --fingerprint-key");
    }
  }
}
