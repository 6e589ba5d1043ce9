package dev.telltale.prevention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;

/** Configuration as YAML. */
final class Yaml {
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          new YAMLFactory()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES));

  private Yaml() {}

  static String of(Object configuration) {
    try {
      return MAPPER.writeValueAsString(configuration);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("maps and texts can be written", impossible);
    }
  }

  /** In the collector's own files a dollar sign begins the name of a variable. */
  static String forCollector(String text) {
    return text.replace("$", "$$");
  }
}
