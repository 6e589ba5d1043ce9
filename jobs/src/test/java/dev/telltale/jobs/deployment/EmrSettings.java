package dev.telltale.jobs.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files of {@code conf/emr}, as classifications by name. */
final class EmrSettings {
  private EmrSettings() {}

  static Map<String, Object> serverless(String size) throws IOException {
    Map<String, Object> file =
        Documents.read(Conf.FOLDER.resolve("emr/serverless-" + size + ".json"));
    return byName(file.get("applicationConfiguration"), "classification", "properties");
  }

  static Map<String, Object> onEc2(String size) throws IOException {
    String text = Files.readString(Conf.FOLDER.resolve("emr/ec2-" + size + ".json"));
    return byName(Documents.value(text), "Classification", "Properties");
  }

  private static Map<String, Object> byName(Object list, String name, String properties) {
    Map<String, Object> classifications = new LinkedHashMap<>();
    for (Object each : Documents.list(list)) {
      Map<String, Object> classification = Documents.map(each);
      if (classifications.put((String) classification.get(name), classification.get(properties))
          != null) {
        throw new IllegalArgumentException(classification.get(name) + " stands twice in one file");
      }
    }
    return classifications;
  }
}
