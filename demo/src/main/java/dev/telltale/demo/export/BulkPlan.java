package dev.telltale.demo.export;

import dev.telltale.demo.telemetry.AnalyticsExport;
import dev.telltale.demo.telemetry.BillingExport;
import dev.telltale.demo.telemetry.ExportObject;
import dev.telltale.demo.telemetry.ExportTime;
import dev.telltale.demo.telemetry.FailedRecordsExport;
import dev.telltale.demo.telemetry.KubernetesExport;
import dev.telltale.demo.telemetry.LogsExport;
import dev.telltale.demo.telemetry.MetricsExport;
import dev.telltale.demo.telemetry.ObjectKeys;
import dev.telltale.demo.telemetry.OtherExport;
import dev.telltale.demo.telemetry.OtlpExport;
import dev.telltale.demo.telemetry.Vocabulary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The clean bulk: how many objects, of which type and size. Each is made on its own, on demand. */
final class BulkPlan {
  private static final double BULK_BYTES = 17e6;
  private static final int BULK_OBJECTS = 220;
  private static final int SMALL_BYTES = 4_000;

  private record Kind(BulkType type, ObjectName name) {}

  private interface ObjectName {
    String key(Instant time, Vocabulary words);
  }

  private final ExportSettings settings;
  private final List<Kind> kinds = new ArrayList<>();
  private final int count;
  private final double averageBytes;

  BulkPlan(ExportSettings settings) {
    this.settings = settings;
    firehose(20, MetricsExport::object, "metrics/meta", "metrics-meta");
    firehose(20, MetricsExport::object, "metrics/workspace", "metrics-workspace");
    firehose(10, KubernetesExport::object, "k8s-state/meta", "k8s-state-meta");
    firehose(8, KubernetesExport::object, "k8s-state/workspace", "k8s-state-workspace");
    firehose(18, LogsExport::object, "logs", "logs");
    firehose(6, AnalyticsExport::object, "analytics", "analytics");
    firehose(4, BillingExport::object, "billing", "billing");
    firehose(2, FailedRecordsExport::object, "logs/processing-failed", "logs");
    firehose(3, OtherExport::object, "cluster-management", "command-output");
    add(4, OtlpExport::metrics, (time, words) -> ObjectKeys.runner("metrics", time));
    add(2, OtlpExport::logs, (time, words) -> ObjectKeys.collector("logs", time, words, ".json"));
    add(
        3,
        OtlpExport::traces,
        (time, words) -> ObjectKeys.collector("traces", time, words, ".json"));
    double total = BULK_BYTES * settings.scale();
    count =
        settings.smallObjects()
            ? (int) Math.ceil(total / SMALL_BYTES)
            : (int) Math.round(BULK_OBJECTS * Math.pow(Math.max(1, settings.scale()), 0.4));
    averageBytes = total / count;
  }

  private void firehose(int share, BulkType type, String prefix, String stream) {
    add(share, type, (time, words) -> ObjectKeys.firehose(prefix, stream, time, words));
  }

  private void add(int share, BulkType type, ObjectName name) {
    for (int at = 0; at < share; at++) {
      kinds.add(new Kind(type, name));
    }
  }

  int count() {
    return count;
  }

  /** The object at a place of the plan; the same every time. */
  ExportObject object(int index) {
    Random random = new Random(settings.seed() * 0x9E3779B97F4A7C15L + index);
    Vocabulary words = new Vocabulary(new Random(random.nextLong()));
    Instant time =
        ExportTime.START.plusMillis(
            (long) (ExportTime.LENGTH.toMillis() * (index + words.random().nextDouble()) / count));
    // Coprime to the number of kinds, so that every stretch of objects has all of them.
    Kind kind = kinds.get((int) (index * 37L % kinds.size()));
    String key = kind.name().key(time, words);
    return new ExportObject(key, kind.type().object(words, time, size(words)), time);
  }

  /** Most objects are small, a few are four times the average. */
  private int size(Vocabulary words) {
    double position = words.random().nextDouble();
    return (int)
        (settings.smallObjects()
            ? averageBytes * (0.5 + position)
            : averageBytes * 4 * position * position * position);
  }
}
