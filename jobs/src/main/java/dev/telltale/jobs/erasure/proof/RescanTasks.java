package dev.telltale.jobs.erasure.proof;

import dev.telltale.scan.ObjectRef;
import dev.telltale.sql.ObjectRefSchema;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/** Scans listed objects again, for the values alone. Runs in a task. */
final class RescanTasks implements FlatMapFunction<Iterator<Row>, RescanTasks.Rescanned> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<SerializableConfiguration> settings;
  private final Broadcast<ObjectSearch> search;

  RescanTasks(Broadcast<SerializableConfiguration> settings, Broadcast<ObjectSearch> search) {
    this.settings = settings;
    this.search = search;
  }

  /** What a task scanned, and what it found. */
  record Rescanned(long objects, List<Survivor> survivors) implements Serializable {}

  @Override
  public Iterator<Rescanned> call(Iterator<Row> objects) throws IOException {
    List<Survivor> survivors = new ArrayList<>();
    long count = 0;
    try (ObjectSearch.Running running = search.value().start(settings.value().value())) {
      while (objects.hasNext()) {
        ObjectRef ref = ObjectRefSchema.ref(objects.next());
        count++;
        Survivor found = running.search(ref);
        if (found != null) {
          survivors.add(found);
        }
      }
    }
    return List.of(new Rescanned(count, survivors)).iterator();
  }
}
