package dev.telltale.jobs.leaks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.launcher.JavaModuleOptions;

/** A program in a process of its own, with the class path of this one. */
final class ForkedJvm {
  /** How it ended, and what it wrote to both of its outputs. */
  record End(int code, String output) {}

  private ForkedJvm() {}

  static End run(
      Path output, List<String> options, Map<String, String> environment, List<String> mainAndWords)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    // For Spark's machine learning only; every start would print a warning about it.
    command.removeIf(word -> word.startsWith("--add-modules"));
    command.addAll(List.of("-Xmx600m", "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(mainAndWords);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("SPARK_LOCAL_DIRS");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    int code = builder.start().waitFor();
    return new End(code, Files.readString(output, StandardCharsets.UTF_8));
  }
}
