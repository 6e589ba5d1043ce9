package dev.telltale.jobs.erasure.plan;

import dev.telltale.jobs.erasure.BucketFacts;
import dev.telltale.jobs.erasure.PlannedAction;
import dev.telltale.jobs.erasure.PlannedKey;
import dev.telltale.jobs.erasure.PlannedVersion;
import dev.telltale.jobs.erasure.store.StoredKey;
import dev.telltale.jobs.erasure.store.StoredVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together what the lake and the store say of one key. */
final class KeyPlanning {
  private final Decision decision;

  KeyPlanning(Decision decision) {
    this.decision = decision;
  }

  /** From the lake alone. */
  PlannedKey offline(List<LakeVersion> known) {
    List<PlannedVersion> versions =
        known.stream()
            .sorted(
                Comparator.comparing((LakeVersion each) -> !each.state().equals("current"))
                    .thenComparing(each -> Objects.requireNonNullElse(each.versionId(), "")))
            .map(
                each ->
                    decided(
                        each,
                        planned(each, each.versionId(), each.state(), PlannedVersion.UNKNOWN),
                        null))
            .toList();
    return key(known, versions, List.of());
  }

  /**
   * @param listed null if the store has nothing under the key
   */
  PlannedKey online(
      List<LakeVersion> known, ListedKeys.@Nullable Listed listed, BucketFacts bucket) {
    StoredKey stored = listed == null ? StoredKey.NOTHING : listed.stored();
    Set<LakeVersion> left = new LinkedHashSet<>(known);
    List<PlannedVersion> versions = new ArrayList<>();
    for (int i = 0; i < stored.versions().size(); i++) {
      StoredVersion each = stored.versions().get(i);
      String lock =
          listed == null || listed.locks().isEmpty()
              ? PlannedVersion.NO_LOCK
              : listed.locks().get(i);
      String state =
          each.latest() ? "current" : stored.current() == null ? "deleted" : "noncurrent";
      LakeVersion same = match(known, each);
      if (same == null) {
        versions.add(unscanned(each, lock));
      } else {
        left.remove(same);
        PlannedVersion planned =
            new PlannedVersion(
                each.versionId(),
                same.versionId(),
                each.etag(),
                each.size(),
                state,
                PlannedAction.LEAVE,
                "",
                same.records(),
                same.targetRecords(),
                same.leaves(),
                each.storageClass(),
                lock);
        versions.add(decided(same, planned, bucket));
      }
    }
    for (LakeVersion each : left) {
      if (each.isTarget()) {
        versions.add(
            planned(each, each.versionId(), "gone", PlannedVersion.NO_LOCK)
                .with(
                    PlannedAction.FORGET,
                    "the store has it no longer; its rows are in the lake alone"));
      }
    }
    return key(known, versions, stored.markers());
  }

  private PlannedVersion decided(
      LakeVersion known, PlannedVersion planned, @Nullable BucketFacts bucket) {
    return known.isTarget()
        ? decision.of(known, planned, bucket)
        : planned.with(PlannedAction.LEAVE, "it was scanned and holds no target");
  }

  /** By its id; where the lake has none, or a copy was never scanned, by its content. */
  private static @Nullable LakeVersion match(List<LakeVersion> known, StoredVersion stored) {
    for (LakeVersion each : known) {
      if (each.versionId() != null
          && each.versionId().equals(stored.versionId())
          && each.etag().equals(stored.etag())) {
        return each;
      }
    }
    for (LakeVersion each : known) {
      if (!each.etag().isEmpty()
          && each.etag().equals(stored.etag())
          && each.size() == stored.size()) {
        return each;
      }
    }
    return null;
  }

  private static PlannedVersion unscanned(StoredVersion stored, String lock) {
    return new PlannedVersion(
        stored.versionId(),
        null,
        stored.etag(),
        stored.size(),
        "unscanned",
        PlannedAction.LEAVE,
        "it was never scanned: telltale scan --versions all, then plan again",
        0,
        0,
        0,
        stored.storageClass(),
        lock);
  }

  private static PlannedVersion planned(
      LakeVersion known, @Nullable String versionId, String state, String lock) {
    return new PlannedVersion(
        versionId,
        known.versionId(),
        known.etag(),
        known.size(),
        state,
        PlannedAction.LEAVE,
        "",
        known.records(),
        known.targetRecords(),
        known.leaves(),
        known.storageClass(),
        lock);
  }

  private static PlannedKey key(
      List<LakeVersion> known, List<PlannedVersion> versions, List<String> markers) {
    LakeVersion first = known.get(0);
    return new PlannedKey(first.bucket(), first.key(), first.telemetryType(), versions, markers);
  }
}
