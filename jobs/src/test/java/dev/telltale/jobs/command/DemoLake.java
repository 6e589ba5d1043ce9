package dev.telltale.jobs.command;

import dev.telltale.demo.export.ExportGenerator;
import dev.telltale.demo.export.ExportSettings;
import dev.telltale.demo.leaks.ExportTruth;
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

/** The lake of the demo, scanned once for all tests of a process that only read it. */
public final class DemoLake implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(DemoLake.class);

  /**
   * What tests get.
   *
   * @param uri of the lake
   * @param key where the fingerprint key is
   */
  public record Scanned(Path folder, String uri, String key, ExportTruth truth)
      implements AutoCloseable {
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

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Scanned.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Scanned.class, key -> scan(), Scanned.class);
  }

  private static Scanned scan() {
    try {
      Path folder = Files.createTempDirectory("telltale-demo-lake");
      Path export = folder.resolve("export");
      ExportGenerator generator = new ExportGenerator(ExportSettings.defaults());
      generator
          .objects()
          .forEach(
              object -> {
                try {
                  Path file = export.resolve(object.key());
                  Files.createDirectories(file.getParent());
                  Files.write(file, object.reveal());
                } catch (IOException unwritable) {
                  throw new UncheckedIOException(unwritable);
                }
              });
      String key = KeyFile.in(folder);
      String lake = folder.resolve("lake").toString();
      CommandRun scan =
          CommandRun.of(
              "", "scan", "--source", "file://" + export, "--lake", lake, "--fingerprint-key", key);
      if (scan.code() != ExitCode.DONE) {
        throw new IllegalStateException("the demo's export cannot be scanned: " + scan.err());
      }
      return new Scanned(folder, lake, key, generator.truth());
    } catch (IOException unwritable) {
      throw new UncheckedIOException("writing an export for tests", unwritable);
    }
  }
}
