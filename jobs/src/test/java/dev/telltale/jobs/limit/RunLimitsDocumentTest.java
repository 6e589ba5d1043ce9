package dev.telltale.jobs.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RunLimitsDocumentTest {
  @Test
  void everyLimitOfARunIsExplained() throws IOException {
    String document = Files.readString(Path.of("../docs/limits.md"));
    assertEquals(
        List.of(),
        Arrays.stream(RunLimits.class.getDeclaredFields())
            .filter(field -> Modifier.isPublic(field.getModifiers()))
            .map(Field::getName)
            .filter(name -> !document.contains("| `" + name + "` |"))
            .toList(),
        "limits without a line in docs/limits.md");
  }
}
