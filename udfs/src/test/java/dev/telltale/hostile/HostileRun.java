package dev.telltale.hostile;

import com.sun.management.OperatingSystemMXBean;
import dev.telltale.scan.ObjectRow;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Scans the hostile objects one by one and prints what each costs, or writes them to a folder:
 * {@code HostileRun measure [NAME...]}, {@code HostileRun write FOLDER}.
 */
public final class HostileRun {
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
        missing += measured.hasRow() ? 0 : 1;
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
    private final String name;
    private final int stored;
    private final double seconds;
    private final HostileScan scan;

    Measured(HostileObject object) {
      name = object.name();
      byte[] bytes = object.bytes().get();
      stored = bytes.length;
      long start = cpu();
      scan = HostileScan.of(name, bytes);
      seconds = (cpu() - start) / 1e9;
    }

    /** Of the whole process: what the collector does for an object is a part of what it costs. */
    private static long cpu() {
      return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
          .getProcessCpuTime();
    }

    /** What is over in a moment says nothing. */
    boolean isSlow() {
      return seconds > 1 && speed() < 1;
    }

    /** Megabytes in a second, of stored or unpacked data, whatever is more. */
    private double speed() {
      return Math.max(stored / 1e6, scan.megabytes()) / seconds;
    }

    boolean hasRow() {
      return scan.object() != null;
    }

    @Override
    public String toString() {
      ObjectRow row = scan.object();
      return String.format(
          Locale.ROOT,
          "%-36s %9.1f %9.1f %9.2f %8.1f %8d %6.0f  %-9s %s%s",
          name,
          stored / 1e3,
          scan.megabytes(),
          seconds,
          speed(),
          scan.rows(),
          scan.heapMegabytes(),
          row == null ? "NO ROW" : row.status().id(),
          row == null || row.fault() == null ? "" : row.fault().kind().id(),
          isSlow() ? " SLOW" : "");
    }
  }
}
