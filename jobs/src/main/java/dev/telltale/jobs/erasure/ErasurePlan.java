package dev.telltale.jobs.erasure;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What would go, what cannot, and who has to be asked. Made from the lake's rows and the listing of
 * the store; nothing is destroyed but what stands in it.
 *
 * @param created ISO 8601, UTC
 * @param fingerprintKeyId of the lake
 * @param ruleSets of the lake's rows that the plan rests on
 * @param selection what was asked for, in words
 * @param cases that were asked for
 * @param everywhere whether it names every place of its values that the lake knows; false also for
 *     a plan of whole objects, which has no values
 * @param elsewhere places of the same values that are not in the plan
 * @param online whether the store was asked, or the lake alone
 * @param targets the values; none in a plan of whole objects
 * @param outside what no erasure by this plan reaches, as sentences
 */
public record ErasurePlan(
    String created,
    String telltaleVersion,
    String lake,
    String fingerprintKeyId,
    List<String> ruleSets,
    List<String> selection,
    List<String> cases,
    boolean everywhere,
    long elsewhere,
    boolean online,
    List<Target> targets,
    List<BucketFacts> buckets,
    List<PlannedKey> keys,
    List<PlannedUpload> uploads,
    List<CopyRequest> downstream,
    List<String> outside) {
  public ErasurePlan {
    Objects.requireNonNull(lake, "lake");
    ruleSets = List.copyOf(ruleSets);
    selection = List.copyOf(selection);
    cases = List.copyOf(cases);
    targets = List.copyOf(targets);
    buckets = List.copyOf(buckets);
    keys = List.copyOf(keys);
    uploads = List.copyOf(uploads);
    downstream = List.copyOf(downstream);
    outside = List.copyOf(outside);
  }

  /** The figures of it, in the order in which they are shown. */
  public Map<String, Long> figures() {
    return PlanFigures.of(this);
  }

  /** One of {@link #figures}; 0 if there is none of that name. */
  public long figure(String name) {
    return figures().getOrDefault(name, 0L);
  }

  /** Whether whole objects go, whatever values they hold. */
  public boolean ofObjects() {
    return targets.isEmpty();
  }
}
