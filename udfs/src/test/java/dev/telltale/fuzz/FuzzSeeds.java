package dev.telltale.fuzz;

import dev.telltale.decoding.DecodingExamples;
import dev.telltale.decoding.file.FileExamples;
import dev.telltale.unpacking.ContainerExamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes a small sound object for each format, for a fuzzer to start from. */
final class FuzzSeeds {
  private FuzzSeeds() {}

  /**
   * @param arguments the folder, which gets one for each target
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (Map.Entry<String, byte[]> container : ContainerExamples.containers().entrySet()) {
      write(folder, container.getKey(), container.getKey(), container.getValue());
    }
    writeAll(folder, "charset", ContainerExamples.charsets());
    writeAll(folder, "json", DecodingExamples.json());
    writeAll(folder, "detection", DecodingExamples.json());
    writeAll(folder, "lines", DecodingExamples.lines());
    writeAll(folder, "message", DecodingExamples.messages());
    for (Map.Entry<String, byte[]> file : FileExamples.of(8).entrySet()) {
      write(folder, file.getKey(), file.getKey(), file.getValue());
    }
  }

  private static void writeAll(Path folder, String target, Map<String, byte[]> examples)
      throws IOException {
    for (Map.Entry<String, byte[]> example : examples.entrySet()) {
      write(folder, target, example.getKey(), example.getValue());
      write(folder, "object", target + "-" + example.getKey(), example.getValue());
    }
  }

  private static void write(Path folder, String target, String name, byte[] bytes)
      throws IOException {
    Path into = Files.createDirectories(folder.resolve(FuzzTarget.named(target).id()));
    Files.write(into.resolve(name), bytes);
  }
}
