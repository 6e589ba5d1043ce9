package dev.telltale.jobs.scan;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import java.util.Map;
import org.apache.spark.SparkEnv;
import org.apache.spark.metrics.MetricsSystem;
import org.apache.spark.metrics.source.Source;
import org.apache.spark.util.LongAccumulator;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The counters as a source of Spark's metric system (see "Metrics" in Spark's monitoring guide):
 * every sink that is configured there shows them, on the driver, under {@code telltale}.
 */
final class ScanMetrics implements Source {
  private static final String NAME = "telltale";

  private final MetricRegistry registry = new MetricRegistry();

  private ScanMetrics(Map<String, LongAccumulator> counters) {
    counters.forEach(
        (name, counter) -> {
          Gauge<Long> gauge = counter::value;
          registry.register(name, gauge);
        });
  }

  static void show(Map<String, LongAccumulator> counters) {
    MetricsSystem metrics = SparkEnv.get().metricsSystem();
    CollectionConverters.asJava(metrics.getSourcesByName(NAME)).forEach(metrics::removeSource);
    metrics.registerSource(new ScanMetrics(counters));
  }

  @Override
  public String sourceName() {
    return NAME;
  }

  @Override
  public MetricRegistry metricRegistry() {
    return registry;
  }
}
