package dev.telltale.jobs.erasure.plan;

import dev.telltale.jobs.erasure.store.ErasableStore;
import dev.telltale.jobs.erasure.store.StoredKey;
import dev.telltale.jobs.erasure.store.StoredVersion;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The keys of a plan as the store has them now, with what is known of their locks. Listed by tasks;
 * collected on the driver.
 */
final class ListedKeys {
  private static final int TASKS_PER_CORE = 8;

  /**
   * A key that the store has.
   *
   * @param locks of its versions, in their order
   */
  record Listed(String bucket, String key, StoredKey stored, List<String> locks)
      implements Serializable {}

  private ListedKeys() {}

  /**
   * @param keys by bucket
   * @param locked the buckets in which a version may be locked
   * @return by bucket, then key; what is not there lacks
   */
  static Map<String, Map<String, Listed>> of(
      SparkSession spark, Map<String, Set<String>> keys, Set<String> locked) {
    List<ListingGroup> groups = new ArrayList<>();
    keys.forEach((bucket, inside) -> groups.addAll(ListingGroup.of(bucket, inside)));
    Map<String, Map<String, Listed>> found = new HashMap<>();
    if (groups.isEmpty()) {
      return found;
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> settings =
        context.broadcast(
            new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    int tasks = Math.min(groups.size(), spark.sparkContext().defaultParallelism() * TASKS_PER_CORE);
    context
        .parallelize(groups, tasks)
        .mapPartitions(new Listing(settings, locked))
        .collect()
        .forEach(
            each ->
                found.computeIfAbsent(each.bucket(), any -> new HashMap<>()).put(each.key(), each));
    settings.destroy();
    return found;
  }

  /** Runs in a task. */
  private static final class Listing implements FlatMapFunction<Iterator<ListingGroup>, Listed> {
    private static final long serialVersionUID = 1L;

    private final Broadcast<SerializableConfiguration> settings;
    private final Set<String> locked;

    private Listing(Broadcast<SerializableConfiguration> settings, Set<String> locked) {
      this.settings = settings;
      this.locked = Set.copyOf(locked);
    }

    @Override
    public Iterator<Listed> call(Iterator<ListingGroup> groups) throws IOException {
      Configuration hadoop = settings.value().value();
      Map<String, ErasableStore> stores = new HashMap<>();
      List<Listed> found = new ArrayList<>();
      while (groups.hasNext()) {
        ListingGroup group = groups.next();
        ErasableStore store = stores.get(group.bucket());
        if (store == null) {
          store = ErasableStore.of(hadoop, group.bucket());
          stores.put(group.bucket(), store);
        }
        for (Map.Entry<String, StoredKey> each :
            store.list(group.prefix(), group.keys()).entrySet()) {
          List<String> locks = new ArrayList<>();
          if (locked.contains(group.bucket())) {
            for (StoredVersion version : each.getValue().versions()) {
              locks.add(store.lock(each.getKey(), version));
            }
          }
          found.add(new Listed(group.bucket(), each.getKey(), each.getValue(), locks));
        }
      }
      return found.iterator();
    }
  }
}
