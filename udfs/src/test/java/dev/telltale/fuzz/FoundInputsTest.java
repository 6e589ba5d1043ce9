package dev.telltale.fuzz;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What fuzzing found once must hold for ever: each input is named after what it broke. */
final class FoundInputsTest {
  private static final Path FOUND = Path.of("src", "test", "resources", "fuzz");

  @TestFactory
  Stream<DynamicTest> inputsThatBrokeSomethingAreRead() {
    return Arrays.stream(FuzzTarget.values()).flatMap(FoundInputsTest::of);
  }

  @TestFactory
  Stream<DynamicTest> everyTargetReadsNothingAndAFewBytes() {
    return Arrays.stream(FuzzTarget.values())
        .flatMap(
            target ->
                Stream.of(new byte[0], new byte[] {0}, new byte[] {'"', '}', '\n', 'x'})
                    .map(
                        input ->
                            dynamicTest(
                                target.id() + " " + input.length, () -> target.read(input))));
  }

  private static Stream<DynamicTest> of(FuzzTarget target) {
    Path folder = FOUND.resolve(target.id());
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream()
          .map(
              file ->
                  dynamicTest(
                      target.id() + "/" + file.getFileName(),
                      () -> target.read(Files.readAllBytes(file))));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
