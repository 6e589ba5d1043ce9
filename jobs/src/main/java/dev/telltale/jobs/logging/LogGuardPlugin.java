package dev.telltale.jobs.logging;

import java.util.Map;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;

/** Brings the {@link LogGuard} to executors before their first task: {@code spark.plugins}. */
public final class LogGuardPlugin implements SparkPlugin {
  /** Made by Spark. */
  public LogGuardPlugin() {}

  @Override
  public DriverPlugin driverPlugin() {
    return null;
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new OnExecutor();
  }

  private static final class OnExecutor implements ExecutorPlugin {
    @Override
    public void init(PluginContext context, Map<String, String> extra) {
      LogGuard.install();
      LogGuard.hide(
          java.util.Arrays.stream(context.conf().getAll())
              .map(setting -> Map.entry(setting._1(), setting._2()))
              .toList());
    }
  }
}
