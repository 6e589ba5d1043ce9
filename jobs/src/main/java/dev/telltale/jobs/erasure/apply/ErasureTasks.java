package dev.telltale.jobs.erasure.apply;

import dev.telltale.jobs.erasure.ErasureResult;
import dev.telltale.jobs.erasure.PlannedKey;
import dev.telltale.jobs.erasure.TargetDetection;
import dev.telltale.jobs.erasure.store.ErasableStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/** The function that runs in a task: erases key by key. */
final class ErasureTasks implements FlatMapFunction<Iterator<PlannedKey>, ErasureResult> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<SerializableConfiguration> settings;
  private final @Nullable Broadcast<TargetDetection> values;

  ErasureTasks(
      Broadcast<SerializableConfiguration> settings, @Nullable Broadcast<TargetDetection> values) {
    this.settings = settings;
    this.values = values;
  }

  @Override
  public Iterator<ErasureResult> call(Iterator<PlannedKey> keys) throws IOException {
    Configuration hadoop = settings.value().value();
    Map<String, ErasableStore> stores = new HashMap<>();
    List<ErasureResult> results = new ArrayList<>();
    try (ObjectReplacement replacement =
        new ObjectReplacement(hadoop, values == null ? null : values.value())) {
      while (keys.hasNext()) {
        if (TaskContext.get().isInterrupted()) {
          throw new TaskKilledException("the erasure was stopped");
        }
        PlannedKey key = keys.next();
        ErasableStore store = stores.get(key.bucket());
        if (store == null) {
          store = ErasableStore.of(hadoop, key.bucket());
          stores.put(key.bucket(), store);
        }
        results.addAll(new KeyErasure(store, replacement).erase(key));
      }
    }
    return results.iterator();
  }
}
