package dev.telltale.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("smoke")
class LimitsDocumentTest {
  private static final Path FILE = Path.of("../docs/limits.md");

  @Test
  void everyLimitIsExplained() throws IOException {
    String document = Files.readString(FILE);
    Stream<String> components =
        Arrays.stream(Limits.class.getRecordComponents()).map(RecordComponent::getName);
    Stream<String> constants =
        Arrays.stream(Limits.class.getDeclaredFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .filter(field -> Modifier.isPublic(field.getModifiers()))
            .map(Field::getName);
    assertEquals(
        List.of(),
        Stream.concat(components, constants)
            .filter(name -> !document.contains("`" + name + "`"))
            .toList(),
        "limits without a line in docs/limits.md");
  }
}
