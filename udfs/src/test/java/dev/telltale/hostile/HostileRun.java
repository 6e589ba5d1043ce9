package dev.telltale.hostile;

import com.sun.management.OperatingSystemMXBean;
import dev.telltale.decoding.FrameDecoder;
import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.ObjectRow;
import dev.telltale.scan.ObjectScan;
import dev.telltale.scan.ScanRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Scans the hostile objects one by one and prints what each costs, or writes them to a folder:
 * {@code HostileRun measure [NAME...]}, {@code HostileRun write FOLDER}.
 */
public final class HostileRun {
  private static final double MEGABYTE = 1_000_000;

  private HostileRun() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments[0].equals("write")) {
      write(Path.of(arguments[1]));
    } else {
      measure(List.of(arguments).subList(1, arguments.length));
    }
  }

  private static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (HostileObject object : HostileObjects.all()) {
      Files.write(folder.resolve(object.name()), object.bytes().get());
    }
  }

  private static void measure(List<String> wanted) {
    int slow = 0;
    int missing = 0;
    say(
        "object                              stored kB   unpacked MB  cpu s   MB/s  rows     MB heap  status    fault");
    new Measured(HostileObjects.all().get(0));
    for (HostileObject object : HostileObjects.all()) {
      if (wanted.isEmpty() || wanted.stream().anyMatch(object.name()::contains)) {
        Measured measured = new Measured(object);
        say(measured.toString());
        slow += measured.isSlow() ? 1 : 0;
        missing += measured.row == null ? 1 : 0;
      }
    }
    say(slow + " under 1 MB/s, " + missing + " without a row");
    if (missing > 0) {
      System.exit(1);
    }
  }

  @SuppressWarnings("SystemOut") // What a person asked for.
  private static void say(String line) {
    System.out.println(line);
  }

  /** One object and what it cost. */
  private static final class Measured {
    private static final FingerprintKey KEY =
        FingerprintKey.of("a key for tests, never for use".getBytes(StandardCharsets.UTF_8));

    private final String name;
    private final int stored;
    private final double seconds;
    private long rows;
    private long heap;
    private ObjectRow row;

    Measured(HostileObject object) {
      name = object.name();
      byte[] bytes = object.bytes().get();
      stored = bytes.length;
      long start = cpu();
      Limits limits = Limits.defaults();
      try (Detector detector = new Detector(RuleSet.builtin(), KEY, limits)) {
        ObjectScan scan =
            new ObjectScan(
                new ObjectRef("b", name, null, "e", stored, Instant.EPOCH),
                () -> new ByteArrayInputStream(bytes),
                failed -> FaultKind.READ_FAILED,
                limits,
                System::nanoTime,
                new FrameDecoder(limits),
                detector);
        scan.forEachRemaining(this::take);
      }
      seconds = (cpu() - start) / 1e9;
    }

    /** Of the whole process: what the collector does for an object is a part of what it costs. */
    private static long cpu() {
      return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
          .getProcessCpuTime();
    }

    private void take(ScanRow next) {
      if (++rows % 1_000 == 1) {
        Runtime runtime = Runtime.getRuntime();
        heap = Math.max(heap, runtime.totalMemory() - runtime.freeMemory());
      }
      row = next instanceof ObjectRow last ? last : row;
    }

    private double megabytes() {
      return row == null
          ? 0
          : (row.bytesDecoded() + row.bytesRawScanned() + row.bytesUnread()) / MEGABYTE;
    }

    /** What is over in a moment says nothing. */
    boolean isSlow() {
      return seconds > 1 && megabytes() / seconds < 1;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-36s %9.1f %9.1f %9.2f %8.1f %8d %6.0f  %-9s %s%s",
          name,
          stored / 1e3,
          megabytes(),
          seconds,
          megabytes() / seconds,
          rows,
          heap / MEGABYTE,
          row == null ? "NO ROW" : row.status().id(),
          row == null || row.fault() == null ? "" : row.fault().kind().id(),
          isSlow() ? " SLOW" : "");
    }
  }
}
