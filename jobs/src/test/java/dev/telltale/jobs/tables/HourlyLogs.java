package dev.telltale.jobs.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Two days of log objects, scanned once for all tests that only read the lake: 24 objects, an
 * address in each of the first day.
 */
final class HourlyLogs implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(HourlyLogs.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SmallExport.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Scanned.class, key -> Scanned.make(), Scanned.class)
        .export();
  }

  /** The folder lives as long as the tests of the module. */
  private record Scanned(Path folder, SmallExport export) implements AutoCloseable {
    static Scanned make() {
      try {
        Path folder = Files.createTempDirectory("telltale-hourly-logs");
        SmallExport export = new SmallExport(folder);
        for (int hour = 10; hour < 22; hour++) {
          export.log(
              "logs/2026/11/20/" + hour + "/part-1-2026-11-20-" + hour + "-00-00-a",
              "from ines.weber" + hour + "@norvikfreight.com");
          export.log("logs/2026/11/21/" + hour + "/part-1-2026-11-21-" + hour + "-00-00-b", "calm");
        }
        export.scan();
        return new Scanned(folder, export);
      } catch (IOException unwritable) {
        throw new UncheckedIOException("writing an export for tests", unwritable);
      }
    }

    @Override
    public void close() throws IOException {
      List<Path> deepestFirst;
      try (Stream<Path> paths = Files.walk(folder)) {
        deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }
}
