package dev.telltale.jobs.leaks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a {@link ScratchProcess} left, which had so little memory that what can be spilled was. */
record ScratchFolder(ForkedJvm.End end, List<Path> files) {
  static ScratchFolder of(Path folder, List<String> settings, List<String> words)
      throws IOException, InterruptedException {
    Path scratch = Files.createDirectories(folder.resolve("scratch"));
    List<String> options =
        new ArrayList<>(
            List.of(
                "-Dspark.local.dir=" + scratch,
                "-Dspark.master=local[2]",
                "-Dspark.app.name=scratch",
                "-Dspark.ui.enabled=false",
                "-Dspark.driver.host=127.0.0.1",
                "-Dspark.driver.bindAddress=127.0.0.1",
                "-Dspark.memory.fraction=0.02",
                "-Dspark.shuffle.spill.numElementsForceSpillThreshold=100"));
    settings.forEach(setting -> options.add("-D" + setting));
    List<String> program = new ArrayList<>(List.of(ScratchProcess.class.getName()));
    program.addAll(words);
    ForkedJvm.End end = ForkedJvm.run(folder.resolve("output.txt"), options, Map.of(), program);
    try (Stream<Path> files = Files.walk(scratch)) {
      return new ScratchFolder(end, files.filter(Files::isRegularFile).toList());
    }
  }

  List<String> traces(String value) throws IOException {
    Canary canary = new Canary(value);
    List<String> traces = new ArrayList<>();
    for (Path file : files) {
      String form = canary.formIn(Files.readAllBytes(file));
      if (form != null) {
        traces.add(file + ": " + form);
      }
    }
    return traces;
  }
}
