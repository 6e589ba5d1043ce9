package dev.telltale.jobs.erasure.apply;

import dev.telltale.jobs.erasure.ErasureResult;
import dev.telltale.jobs.erasure.ErasureResult.Outcome;
import dev.telltale.jobs.erasure.PlannedAction;
import dev.telltale.jobs.erasure.PlannedKey;
import dev.telltale.jobs.erasure.PlannedVersion;
import dev.telltale.jobs.erasure.store.Answer;
import dev.telltale.jobs.erasure.store.ErasableStore;
import dev.telltale.jobs.erasure.store.StoredKey;
import dev.telltale.jobs.erasure.store.StoredVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries out what a plan says of one key: first what is replaced, then what is deleted, last the
 * markers. Each step looks at the store first, so that it can be cut off anywhere. Runs in a task.
 */
final class KeyErasure {
  private final ErasableStore store;
  private final ObjectReplacement replacement;

  KeyErasure(ErasableStore store, ObjectReplacement replacement) {
    this.store = store;
    this.replacement = replacement;
  }

  List<ErasureResult> erase(PlannedKey key) {
    List<ErasureResult> results = new ArrayList<>();
    for (PlannedVersion version : key.versions()) {
      if (version.action().writes()) {
        results.add(replacement.replace(store, key, version));
      }
    }
    for (PlannedVersion version : key.versions()) {
      if (version.action().isTarget() && !version.action().writes()) {
        results.add(version(key, version));
      }
    }
    if (key.goesWhole() && results.stream().noneMatch(ErasureResult::survived)) {
      results.addAll(markers(key));
    }
    return results;
  }

  private ErasureResult version(PlannedKey key, PlannedVersion version) {
    try {
      StoredKey stored = store.list(key.key());
      StoredVersion there = stored.at(version.versionId(), version.etag());
      if (there == null) {
        return gone(key, version, stored);
      }
      if (version.action() != PlannedAction.DELETE) {
        return Results.survived(
            key,
            version,
            version.action() == PlannedAction.FORGET
                ? "it is there again: scan it and make a new plan"
                : version.reason());
      }
      return store.delete(key.key(), there)
          ? Results.erased(key, version)
          : Results.gone(key, version, "it was gone");
    } catch (ErasableStore.Refused refused) {
      return Results.survived(key, version, refused.reason());
    } catch (IOException failed) {
      return Results.survived(key, version, "the store answered with " + Answer.code(failed));
    }
  }

  /** Where a bucket keeps no versions, another content under the key is not what was planned. */
  private static ErasureResult gone(PlannedKey key, PlannedVersion version, StoredKey stored) {
    boolean replaced = version.versionId() == null && stored.current() != null;
    return Results.gone(
        key,
        version,
        replaced ? "its owner has replaced it: what is there now was not planned" : "it was gone");
  }

  private List<ErasureResult> markers(PlannedKey key) {
    List<ErasureResult> results = new ArrayList<>();
    try {
      if (key.markers().isEmpty() || !store.list(key.key()).versions().isEmpty()) {
        return results;
      }
      for (String marker : key.markers()) {
        results.add(
            store.deleteMarker(key.key(), marker)
                ? Results.marker(key, marker, Outcome.ERASED, "")
                : Results.marker(key, marker, Outcome.GONE, "it was gone"));
      }
    } catch (ErasableStore.Refused refused) {
      results.add(Results.marker(key, key.markers().get(0), Outcome.SURVIVED, refused.reason()));
    } catch (IOException failed) {
      results.add(
          Results.marker(
              key,
              key.markers().get(0),
              Outcome.SURVIVED,
              "the store answered with " + Answer.code(failed)));
    }
    return results;
  }
}
