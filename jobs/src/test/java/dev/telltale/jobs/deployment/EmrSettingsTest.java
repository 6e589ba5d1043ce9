package dev.telltale.jobs.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The classifications in {@code conf/emr}. */
final class EmrSettingsTest {
  private static final List<String> LOGS =
      List.of("spark-driver-log4j2", "spark-executor-log4j2", "spark-log4j2");

  @ParameterizedTest
  @ValueSource(strings = {"small", "large"})
  void everySettingOfEveryRunIsInEveryFile(String size) throws IOException {
    Map<String, String> everywhere = lines("spark-defaults.conf", "\\s+", "spark.");
    everywhere.remove("spark.delta.logStore.s3a.impl"); // EMR's Delta is another build
    assertTrue(everywhere.size() > 5);
    for (Map<String, Object> file :
        List.of(EmrSettings.serverless(size), EmrSettings.onEc2(size))) {
      Map<String, Object> settings = Documents.map(file.get("spark-defaults"));
      everywhere.forEach((name, value) -> assertEquals(value, settings.get(name), name));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "large"})
  void theLogIsAsQuietAsEverywhere(String size) throws IOException {
    Map<String, String> loggers = lines("log4j2.properties", "\\s*=\\s*", "logger.");
    loggers.put("rootLogger.level", "warn");
    for (Map<String, Object> file :
        List.of(EmrSettings.serverless(size), EmrSettings.onEc2(size))) {
      long logs =
          file.keySet().stream()
              .filter(LOGS::contains)
              .peek(log -> assertEquals(new TreeMap<>(loggers), new TreeMap<>(text(file, log))))
              .count();
      assertTrue(logs > 0);
    }
  }

  @Test
  void sizesDifferInNumbersOnly() throws IOException {
    Map<String, Object> small =
        Documents.map(EmrSettings.serverless("small").get("spark-defaults"));
    Map<String, Object> large =
        Documents.map(EmrSettings.serverless("large").get("spark-defaults"));
    assertEquals(small.keySet(), large.keySet());
    small.forEach(
        (name, value) ->
            assertTrue(
                value.equals(large.get(name)) || value.toString().matches("\\d+[gm]?"), name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "large"})
  void workersOfServerlessHaveASizeThatItOffers(String size) throws IOException {
    Map<String, Object> settings =
        Documents.map(EmrSettings.serverless(size).get("spark-defaults"));
    long memory =
        gigabytes(settings, "spark.executor.memory")
            + gigabytes(settings, "spark.executor.memoryOverhead");
    assertOffered(Long.parseLong((String) settings.get("spark.executor.cores")), memory);
    long driver = gigabytes(settings, "spark.driver.memory");
    // A tenth more for what is not heap, as Spark reckons unless told.
    assertOffered(
        Long.parseLong((String) settings.get("spark.driver.cores")), (driver * 11 + 9) / 10);
    long disk = gigabytes(settings, "spark.emr-serverless.executor.disk");
    assertTrue(disk >= 20 && disk <= 200, "20 GB to 200 GB of standard disk");
  }

  /**
   * Memory by cores, in steps of 1 GB up to 4 cores, 4 GB with 8, 8 GB with 16. See
   * https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/app-behavior.html
   */
  private static void assertOffered(long cores, long memory) {
    assertTrue(List.of(1L, 2L, 4L, 8L, 16L).contains(cores), cores + " cores");
    long step = cores <= 4 ? 1 : cores / 2;
    long taken = (memory + step - 1) / step * step;
    long min = cores == 1 ? 2 : cores * 2;
    long max = cores == 1 ? 8 : cores == 2 ? 16 : cores == 4 ? 30 : cores == 8 ? 60 : 120;
    assertTrue(min <= taken && taken <= max, cores + " cores with " + memory + " GB");
  }

  private static long gigabytes(Map<String, Object> settings, String name) {
    String value = (String) settings.get(name);
    assertTrue(value.endsWith("g"), name);
    return Long.parseLong(value.substring(0, value.length() - 1));
  }

  private static Map<String, String> text(Map<String, Object> file, String classification) {
    Map<String, String> text = new LinkedHashMap<>();
    Documents.map(file.get(classification)).forEach((key, value) -> text.put(key, (String) value));
    return text;
  }

  private static Map<String, String> lines(String file, String between, String start)
      throws IOException {
    Map<String, String> lines = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Conf.FOLDER.resolve(file))) {
      if (line.startsWith(start)) {
        String[] words = line.split(between, 2);
        lines.put(words[0], words[1]);
      }
    }
    return lines;
  }
}
