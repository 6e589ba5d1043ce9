package dev.telltale.detection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Rates by subject and measure, out of the processor time of the calling thread. */
final class Timing {
  private final Map<String, List<Double>> rates = new HashMap<>();
  private String subject = "";
  private boolean counts;

  /** What may fail as streams do. */
  interface Work {
    void run() throws IOException;
  }

  /** What comes next is about the subject; rounds to warm up do not count. */
  void round(String next, boolean isMeasured) {
    subject = next;
    counts = isMeasured;
  }

  void measure(String measure, long bytes, Work work) throws IOException {
    double rate = bytes / seconds(work) / 1e6;
    if (counts) {
      rates.computeIfAbsent(subject + "/" + measure, key -> new ArrayList<>()).add(rate);
    }
  }

  static double seconds(Work work) throws IOException {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    work.run();
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
  }

  /** The median, in MB a second. */
  double rate(String of, String measure) {
    List<Double> sorted = rates.get(of + "/" + measure).stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  static long inflate(byte[] packed) throws IOException {
    byte[] buffer = new byte[64 << 10];
    long count = 0;
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), 64 << 10)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        count += read;
      }
    }
    return count;
  }
}
