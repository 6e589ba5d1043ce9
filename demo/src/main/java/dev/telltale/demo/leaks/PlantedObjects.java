package dev.telltale.demo.leaks;

import dev.telltale.demo.telemetry.ExportObject;
import dev.telltale.demo.telemetry.ExportTime;
import dev.telltale.demo.telemetry.ObjectKeys;
import dev.telltale.demo.telemetry.Vocabulary;
import dev.telltale.demo.values.SensitiveValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The objects that hold leaks, decoys and faults, and the truth about them. Not thread-safe. */
public final class PlantedObjects {
  private final Random random;
  private final SensitiveValues values;
  private final List<ExportObject> objects = new ArrayList<>();
  private final List<Leak> leaks = new ArrayList<>();
  private final List<Decoy> decoys = new ArrayList<>();
  private final List<ExpectedFault> faults = new ArrayList<>();

  private PlantedObjects(long seed) {
    random = new Random(seed);
    values = new SensitiveValues(new Random(seed ^ 0x1EA5L));
  }

  /** Everything that is planted; the same for a seed. */
  public static PlantedObjects of(long seed) {
    PlantedObjects objects = new PlantedObjects(seed);
    MetricsLeaks.plant(objects);
    KubernetesLeaks.plant(objects);
    LogsLeaks.plant(objects);
    AnalyticsLeaks.plant(objects);
    BillingLeaks.plant(objects);
    FailedRecordsLeaks.plant(objects);
    OtlpLeaks.plant(objects);
    OtherLeaks.plant(objects);
    BrokenObjects.plant(objects);
    Decoys.plant(objects);
    return objects;
  }

  /** Starts an object with a Firehose key below the prefix. */
  Planting firehose(String prefix, String stream) {
    Vocabulary words = new Vocabulary(new Random(random.nextLong()));
    Instant time = ExportTime.any(words);
    return new Planting(this, ObjectKeys.firehose(prefix, stream, time, words), time, words);
  }

  /** Starts an object of a runner's audit copy. */
  Planting runner(String type) {
    Vocabulary words = new Vocabulary(new Random(random.nextLong()));
    Instant time = ExportTime.any(words);
    return new Planting(this, ObjectKeys.runner(type, time), time, words);
  }

  /** Starts an object of a collector's file exporter. */
  Planting collector(String signal, String suffix) {
    Vocabulary words = new Vocabulary(new Random(random.nextLong()));
    Instant time = ExportTime.any(words);
    return new Planting(this, ObjectKeys.collector(signal, time, words, suffix), time, words);
  }

  String leak(String key, String rule, int occurrences, String note) {
    String value = values.of(rule);
    leaks.add(new Leak(key, rule, value, occurrences, note));
    return value;
  }

  void decoy(String key, String kind, String value) {
    decoys.add(new Decoy(key, kind, value));
  }

  void fault(ExpectedFault fault) {
    faults.add(fault);
  }

  void store(String key, byte[] bytes, Instant time) {
    objects.add(new ExportObject(key, bytes, time));
  }

  /** Stores an object a second time, as a delivery that was repeated: same bytes, another key. */
  void deliverAgain(String key, String otherKey) {
    for (ExportObject object : List.copyOf(objects)) {
      if (object.key().equals(key)) {
        store(otherKey, object.reveal(), object.lastModified().plusSeconds(40));
      }
    }
    for (Leak leak : List.copyOf(leaks)) {
      if (leak.objectKey().equals(key)) {
        leaks.add(leak.in(otherKey));
      }
    }
  }

  public List<ExportObject> objects() {
    return List.copyOf(objects);
  }

  public ExportTruth truth() {
    return new ExportTruth(leaks, decoys, faults);
  }
}
