package dev.telltale.detection;

import dev.telltale.decoding.DecodingExamples;
import dev.telltale.detection.engine.TriggerEngine;
import dev.telltale.detection.field.Field;
import dev.telltale.detection.finding.Mask;
import dev.telltale.detection.quality.CleanTelemetry;
import dev.telltale.detection.repeat.KnownLeak;
import dev.telltale.detection.repeat.KnownLeaks;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.limit.Limits;
import dev.telltale.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * How many bytes a thread takes through detection in a second of its processor time, beside copying
 * and inflating them and beside other ways to look for the same. Rounds go over all data, each with
 * data of its own, so that whatever else the machine does falls on all measures alike. Run by
 * {@code bench/detection}.
 */
final class DetectionBenchmark {
  private static final int WARM = 1;
  private static final int ROUNDS = 3;
  private static final int BYTES = 500_000;
  private static final int BASELINE_BYTES = 20_000;

  private final RuleSet rules = RuleSet.builtin();
  private final Timing timing = new Timing();
  private long sink;

  public static void main(String[] arguments) throws IOException {
    DetectionBenchmark benchmark = new DetectionBenchmark();
    List<String> parts =
        arguments.length == 0
            ? List.of("telemetry", "formats", "rules", "known", "hostile")
            : List.of(arguments);
    System.out.printf(
        Locale.ROOT,
        "%d rules; MB (10^6 unpacked bytes) a thread CPU second, median of %d rounds of %.1f MB%n",
        benchmark.rules.rules().size(),
        ROUNDS,
        BYTES / 1e6);
    for (String part : parts) {
      System.out.println();
      switch (part) {
        case "telemetry" -> benchmark.telemetry();
        case "formats" -> benchmark.formats();
        case "rules" -> benchmark.numberOfRules();
        case "known" -> benchmark.known();
        case "hostile" -> new HostileBenchmark(benchmark.rules).run();
        default ->
            throw new IllegalArgumentException("telemetry, formats, rules, known or hostile");
      }
    }
  }

  private static byte[] telemetry(String kind, int round) {
    return new CleanTelemetry(round + 100).object(kind, BYTES);
  }

  /** The engine, confirmation and detection over telemetry as it is. */
  private void telemetry() throws IOException {
    System.out.println(
        "telemetry                 copy inflate |  engine +confirm    all | regex"
            + " | engine+confirm : inflate");
    try (Side own = new Side(rules, TriggerEngine.of(rules));
        RegexBaseline regex = new RegexBaseline(rules)) {
      for (int round = -WARM; round < ROUNDS; round++) {
        for (String kind : CleanTelemetry.kinds()) {
          byte[] bytes = telemetry(kind, round);
          timing.round(kind, round >= 0);
          reference(bytes);
          byte[] some = new CleanTelemetry(round + 200).object(kind, BASELINE_BYTES);
          List<Value> records = DecodingExamples.bodies(bytes);
          own.measure("engine", bytes, records);
          String baseline = new String(some, StandardCharsets.UTF_8);
          timing.measure(
              "regex",
              baseline.length(),
              () -> baseline.lines().forEach(line -> sink += regex.scan(line)));
        }
      }
      for (String kind : CleanTelemetry.kinds()) {
        print(kind);
      }
      System.out.printf(
          Locale.ROOT, "(java.util.regex does not take %d of the patterns)%n", regex.refused());
    }
  }

  /** What it costs to look for values that leaked before, in telemetry that has none of them. */
  private void known() throws IOException {
    List<Integer> sizes = List.of(0, 100, 10_000, 100_000);
    System.out.println(
        "all of detection            none     100  10,000 100,000 known values | part left");
    Map<Integer, Detector> detectors = new LinkedHashMap<>();
    for (int size : sizes) {
      detectors.put(size, new Detector(rules, Scans.KEY, Limits.defaults(), knownLeaks(size)));
    }
    for (int round = -WARM; round < ROUNDS; round++) {
      for (String kind : CleanTelemetry.kinds()) {
        byte[] bytes = telemetry(kind, round);
        timing.round(kind, round >= 0);
        List<Value> records = DecodingExamples.bodies(bytes);
        for (Map.Entry<Integer, Detector> each : detectors.entrySet()) {
          timing.measure(
              "known " + each.getKey(), bytes.length, () -> detect(each.getValue(), records));
        }
      }
    }
    for (String kind : CleanTelemetry.kinds()) {
      double none = timing.rate(kind, "known 0");
      System.out.printf(
          Locale.ROOT,
          "%-24s %7.1f %7.1f %7.1f %7.1f              | %4.2f%n",
          kind,
          none,
          timing.rate(kind, "known 100"),
          timing.rate(kind, "known 10000"),
          timing.rate(kind, "known 100000"),
          timing.rate(kind, "known 10000") / none);
    }
    detectors.values().forEach(Detector::close);
  }

  /** Passwords of 8 characters and more, and tokens, a tenth of which share a prefix. */
  private static KnownLeaks knownLeaks(int size) {
    Random random = new Random(5);
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    List<KnownLeak> leaks = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      StringBuilder value = new StringBuilder(i % 10 == 0 ? "ghp_" : "");
      int length =
          i % 3 != 0
              ? 20 + random.nextInt(20)
              : i < 1_500 ? 8 + random.nextInt(10) : 12 + random.nextInt(8);
      while (value.length() < length) {
        value.append(letters.charAt(random.nextInt(letters.length())));
      }
      String text = value.toString();
      leaks.add(
          KnownLeak.of(
              Scans.KEY.fingerprint(text), Mask.of(text), text.length(), "generic.key", "case"));
    }
    return KnownLeaks.of(leaks);
  }

  private void reference(byte[] bytes) throws IOException {
    byte[] packed = Timing.gzip(bytes);
    byte[] target = new byte[bytes.length];
    timing.measure(
        "copy", bytes.length, () -> System.arraycopy(bytes, 0, target, 0, target.length));
    timing.measure("inflate", bytes.length, () -> sink += Timing.inflate(packed));
    sink += target[target.length / 2];
  }

  private void print(String kind) {
    double confirmed = timing.rate(kind, "engine confirm");
    double inflate = timing.rate(kind, "inflate");
    System.out.printf(
        Locale.ROOT,
        "%-24s %5.0f %7.0f | %7.0f %8.0f %6.0f | %5.2f | %5.2f%n",
        kind,
        timing.rate(kind, "copy"),
        inflate,
        timing.rate(kind, "engine"),
        confirmed,
        timing.rate(kind, "engine all"),
        timing.rate(kind, "regex"),
        confirmed / inflate);
  }

  /** An engine alone, with confirmation, and inside detection. */
  private final class Side implements AutoCloseable {
    private final TriggerEngine engine;
    private final FieldWork work;
    private final Detector detector;

    Side(RuleSet some, TriggerEngine engine) {
      this.engine = engine;
      work = new FieldWork(some, engine);
      detector = new Detector(some, Scans.KEY, Limits.defaults(), engine);
    }

    void measure(String name, byte[] bytes, List<Value> records) throws IOException {
      String text = new String(bytes, StandardCharsets.UTF_8);
      timing.measure(name, bytes.length, () -> engine.scan(text, (rule, end) -> sink += rule));
      List<Field> fields = work.collect(records);
      timing.measure(name + " confirm", bytes.length, () -> work.scan(fields));
      timing.measure(name + " all", bytes.length, () -> detect(detector, records));
    }

    @Override
    public void close() {
      engine.close();
    }
  }

  private void detect(Detector detector, List<Value> records) {
    for (Value record : records) {
      detector.startFrame();
      sink += detector.detect(record, DetectionContext.none()).findings().size();
    }
  }

  /** Detection over generated data of each format, whose every value is another. */
  private void formats() throws IOException {
    System.out.println("format                    copy inflate |    all");
    Map<String, byte[]> objects = DecodingExamples.large(BYTES);
    try (Detector detector = new Detector(rules, Scans.KEY, Limits.defaults())) {
      for (int round = -WARM; round < ROUNDS; round++) {
        for (Map.Entry<String, byte[]> object : objects.entrySet()) {
          byte[] bytes = object.getValue();
          timing.round(object.getKey(), round >= 0);
          reference(bytes);
          List<Value> records = DecodingExamples.bodies(bytes);
          timing.measure("all", bytes.length, () -> detect(detector, records));
        }
      }
    }
    for (String format : objects.keySet()) {
      System.out.printf(
          Locale.ROOT,
          "%-24s %5.0f %7.0f | %6.1f%n",
          format,
          timing.rate(format, "copy"),
          timing.rate(format, "inflate"),
          timing.rate(format, "all"));
    }
  }

  /** The same telemetry under more and more rules, which are drawn from all. */
  private void numberOfRules() throws IOException {
    List<String> ids = new ArrayList<>(rules.rules().stream().map(Rule::id).toList());
    Collections.shuffle(ids, new Random(20_261_125));
    Map<Integer, Side> sides = new LinkedHashMap<>();
    for (int count : new int[] {100, 300, 500, ids.size()}) {
      RuleSet some = rules.switched(ids.subList(0, count), ids.subList(count, ids.size()));
      sides.put(count, new Side(some, TriggerEngine.of(some)));
    }
    for (int round = -WARM; round < ROUNDS; round++) {
      for (String kind : CleanTelemetry.kinds()) {
        byte[] bytes = telemetry(kind, round);
        List<Value> records = DecodingExamples.bodies(bytes);
        timing.round("rules " + kind, round >= 0);
        for (Map.Entry<Integer, Side> side : sides.entrySet()) {
          side.getValue().measure("" + side.getKey(), bytes, records);
        }
      }
    }
    System.out.println("rules    engine +confirm    all    as seconds a GB, mean of all telemetry");
    for (Integer count : sides.keySet()) {
      System.out.printf(
          Locale.ROOT,
          "%5d  %8.2f %8.2f %6.2f%n",
          count,
          seconds("" + count),
          seconds(count + " confirm"),
          seconds(count + " all"));
      sides.get(count).close();
    }
  }

  private double seconds(String measure) {
    return CleanTelemetry.kinds().stream()
        .mapToDouble(kind -> 1000 / timing.rate("rules " + kind, measure))
        .average()
        .orElseThrow();
  }
}
