package dev.telltale.unpacking;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One small object for each container and character set. */
public final class ContainerExamples {
  private ContainerExamples() {}

  /** By the published name of the container. */
  public static Map<String, byte[]> containers() throws IOException {
    byte[] content = "{\"a\":\"one line\"}\n".repeat(20).getBytes(StandardCharsets.US_ASCII);
    Map<String, byte[]> examples = new LinkedHashMap<>();
    for (Packing packing : Packing.ALL) {
      examples.put(packing.name(), Bytes.join(packing.unit().of(content), packing.end()));
    }
    return examples;
  }

  /** By the name of the character set. */
  public static Map<String, byte[]> charsets() {
    String text = "zażółć gęślą jaźń 漢字かな交じり文 текст\n".repeat(20);
    Map<String, byte[]> examples = new LinkedHashMap<>();
    for (String name :
        List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "GB18030", "Shift_JIS", "windows-1252")) {
      examples.put(name, text.getBytes(Charset.forName(name)));
    }
    return examples;
  }
}
