package dev.telltale.jobs.erasure.proof;

import dev.telltale.jobs.erasure.PlannedKey;
import dev.telltale.jobs.erasure.PlannedVersion;
import dev.telltale.jobs.erasure.store.Answer;
import dev.telltale.jobs.erasure.store.ErasableStore;
import dev.telltale.jobs.erasure.store.StoredKey;
import dev.telltale.jobs.erasure.store.StoredVersion;
import dev.telltale.jobs.store.ObjectPath;
import dev.telltale.scan.ObjectRef;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the keys of a plan again: what was to go is listed no longer, cannot be read by its id,
 * and what is there holds none of the values. Runs in a task.
 */
final class KeyProof implements FlatMapFunction<Iterator<PlannedKey>, KeyProof.Checked> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<SerializableConfiguration> settings;
  private final @Nullable Broadcast<ObjectSearch> search;

  /**
   * @param search null where whole objects were to go, whatever is in them
   */
  KeyProof(
      Broadcast<SerializableConfiguration> settings, @Nullable Broadcast<ObjectSearch> search) {
    this.settings = settings;
    this.search = search;
  }

  /**
   * What became of one key.
   *
   * @param planned versions that were to go
   * @param gone of these, those that are
   * @param rescanned versions that were scanned again
   */
  record Checked(long planned, long gone, long rescanned, List<Survivor> survivors)
      implements Serializable {
    Checked {
      survivors = new ArrayList<>(survivors);
    }
  }

  @Override
  public Iterator<Checked> call(Iterator<PlannedKey> keys) throws IOException {
    Configuration hadoop = settings.value().value();
    Map<String, ErasableStore> stores = new HashMap<>();
    List<Checked> checked = new ArrayList<>();
    try (ObjectSearch.Running running = search == null ? null : search.value().start(hadoop)) {
      while (keys.hasNext()) {
        PlannedKey key = keys.next();
        ErasableStore store = stores.get(key.bucket());
        if (store == null) {
          store = ErasableStore.of(hadoop, key.bucket());
          stores.put(key.bucket(), store);
        }
        checked.add(check(store, key, running));
      }
    }
    return checked.iterator();
  }

  private static Checked check(
      ErasableStore store, PlannedKey key, ObjectSearch.@Nullable Running running) {
    List<Survivor> survivors = new ArrayList<>();
    long planned = 0;
    long gone = 0;
    long rescanned = 0;
    try {
      StoredKey stored = store.list(key.key());
      for (PlannedVersion version : key.versions()) {
        if (version.action().isTarget()) {
          planned++;
          Survivor left = left(store, key, version, stored);
          if (left == null) {
            gone++;
          } else {
            survivors.add(left);
          }
        }
      }
      if (running != null) {
        for (StoredVersion version : stored.versions()) {
          rescanned++;
          Survivor found = running.search(ref(key, version));
          if (found != null) {
            survivors.add(found);
          }
        }
      }
    } catch (IOException refused) {
      survivors.add(
          new Survivor(
              ObjectPath.shown(key.bucket(), key.key()),
              Survivor.UNVERIFIED,
              "it could not be listed: " + Answer.code(refused)));
    }
    return new Checked(planned, gone, rescanned, survivors);
  }

  private static @Nullable Survivor left(
      ErasableStore store, PlannedKey key, PlannedVersion version, StoredKey stored) {
    String where =
        ObjectPath.shown(key.bucket(), key.key())
            + (version.versionId() == null ? "" : " " + version.versionId());
    StoredVersion there = stored.at(version.versionId(), version.etag());
    if (there != null) {
      String lock = store.lock(key.key(), there);
      return new Survivor(
          where,
          Survivor.LISTED,
          lock.equals(PlannedVersion.NO_LOCK) || lock.equals(PlannedVersion.UNKNOWN)
              ? "it is still there"
                  + (version.isLocked() ? "; when the plan was made: " + version.lock() : "")
              : "locked: " + lock);
    }
    String id = version.versionId();
    if (id == null || id.equals("null")) {
      return null;
    }
    try {
      return store.isThere(key.key(), id)
          ? new Survivor(where, Survivor.READABLE, "it is not listed, but can be read by its id")
          : null;
    } catch (IOException refused) {
      return new Survivor(
          where,
          Survivor.UNVERIFIED,
          "nobody can tell whether it can be read: " + Answer.code(refused));
    }
  }

  static ObjectRef ref(PlannedKey key, StoredVersion version) {
    return new ObjectRef(
        key.bucket(),
        key.key(),
        version.versionId(),
        version.etag(),
        version.size(),
        version.lastModified(),
        dev.telltale.scan.VersionState.CURRENT,
        version.storageClass());
  }
}
