package dev.telltale.jobs.actions;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done. Whoever reads the lake reads it, for as long as the lake lasts: it holds
 * no value, no mask and no fingerprint.
 *
 * @param caseIds in any order
 * @param planHash of the plan that it carries out
 * @param object that it is about, if it is about one
 * @param details what else there is to say, by name
 */
public record Action(
    ActionKind kind,
    ActionResult result,
    List<String> caseIds,
    @Nullable String planHash,
    @Nullable ActedObject object,
    Map<String, String> details) {
  public Action {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(result, "result");
    caseIds = caseIds.stream().distinct().sorted().toList();
    details = java.util.Collections.unmodifiableMap(new TreeMap<>(details));
  }

  /** About cases as a whole. */
  public static Action of(ActionKind kind, ActionResult result, List<String> caseIds) {
    return new Action(kind, result, caseIds, null, null, Map.of());
  }

  /** The same, as part of a plan. */
  public Action ofPlan(String hash) {
    return new Action(kind, result, caseIds, hash, object, details);
  }

  /** The same, about one object. */
  public Action on(ActedObject acted) {
    return new Action(kind, result, caseIds, planHash, acted, details);
  }

  /** The same, with one more detail. */
  public Action with(String name, String value) {
    Map<String, String> more = new TreeMap<>(details);
    more.put(name, value);
    return new Action(kind, result, caseIds, planHash, object, more);
  }
}
