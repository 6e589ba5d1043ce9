package dev.telltale.jobs.erasure.plan;

import dev.telltale.jobs.erasure.BucketFacts;
import dev.telltale.jobs.erasure.PlannedAction;
import dev.telltale.jobs.erasure.PlannedVersion;
import dev.telltale.jobs.store.ObjectReading;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of a version. Deletes where nobody loses anything by it, or nothing else is
 * possible and the loss is within bounds; replaces leaves else; leaves alone what cannot go.
 */
final class Decision {
  private final boolean ofValues;
  private final double maxCollateral;

  Decision(boolean ofValues, double maxCollateral) {
    this.ofValues = ofValues;
    this.maxCollateral = maxCollateral;
  }

  /**
   * @param version of the lake, with a target
   * @param planned the same as a plan has it, undecided
   */
  PlannedVersion of(LakeVersion version, PlannedVersion planned, @Nullable BucketFacts bucket) {
    PlannedVersion wanted = wanted(version, planned);
    if (!wanted.action().changesStore()) {
      return wanted;
    }
    if (planned.isLocked()) {
      return wanted.with(
          PlannedAction.BLOCKED, "locked: " + planned.lock() + "; a marker would only hide it");
    }
    if (bucket != null && bucket.needsMfa()) {
      return wanted.with(
          PlannedAction.BLOCKED,
          "the bucket asks for a second factor for every deleted version (MFA delete)");
    }
    return wanted;
  }

  private PlannedVersion wanted(LakeVersion version, PlannedVersion planned) {
    if (!ofValues) {
      return planned.with(PlannedAction.DELETE, "the plan names it as a whole");
    }
    if (version.inKey()) {
      return planned.with(PlannedAction.DELETE, "a value is in the key itself");
    }
    if (!planned.isCurrent()) {
      return planned.with(
          PlannedAction.DELETE,
          planned.state().equals("deleted")
              ? "its owner has deleted it; only this version is left"
              : "an old version, which its owner has replaced");
    }
    if (planned.records() > 0 && planned.targetRecords() >= planned.records()) {
      return planned.with(PlannedAction.DELETE, "every record of it holds a value");
    }
    String obstacle = obstacle(version, planned);
    if (obstacle == null) {
      return version.plain()
          ? planned.with(
              PlannedAction.REDACT, innocent(planned) + " stay; plain bytes, replaced in place")
          : planned.with(
              PlannedAction.REWRITE,
              innocent(planned) + " stay; the containers around the values are packed again");
    }
    return planned.collateral() <= maxCollateral
        ? planned.with(
            PlannedAction.DELETE, obstacle + "; " + innocent(planned) + " go with the values")
        : planned.with(
            PlannedAction.BLOCKED,
            obstacle
                + "; deleting it would lose "
                + innocent(planned)
                + ", more than --max-collateral allows");
  }

  private static @Nullable String obstacle(LakeVersion version, PlannedVersion planned) {
    String storage = planned.storageClass();
    if (storage != null && ObjectReading.ARCHIVES.contains(storage)) {
      return "it lies in an archive (" + storage + "), which can be deleted, but not read";
    }
    return version.obstacle() == null ? null : version.obstacle().text();
  }

  private static String innocent(PlannedVersion planned) {
    return String.format(
        Locale.ROOT,
        "%d innocent records (%.1f %%)",
        planned.records() - planned.targetRecords(),
        100 * planned.collateral());
  }
}
