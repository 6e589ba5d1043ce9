import dev.telltale.demo.telemetry.AnalyticsExport;
import dev.telltale.demo.telemetry.ExportTime;
import dev.telltale.demo.telemetry.KubernetesExport;
import dev.telltale.demo.telemetry.LogsExport;
import dev.telltale.demo.telemetry.MetricSeries;
import dev.telltale.demo.telemetry.MetricsExport;
import dev.telltale.demo.telemetry.ObjectKeys;
import dev.telltale.demo.telemetry.Vocabulary;
import dev.telltale.demo.values.SensitiveValues;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a seeded export in the mix of a real one: by unpacked bytes 60 % metrics envelopes, 25 % Kubernetes state, 10 %
 * logs, 5 % analytics; half of the objects gzip; objects of 2 kB to 100 MB, many small and few large; about one leak in
 * 10,000 records. Arguments: folder, megabytes, seed. Prints objects, stored MB, unpacked MB and leaks.
 */
public final class LandingCorpus {
  private static final int CHUNK = 64_000;
  private static final double SMALLEST = 2e3;
  private static final double LARGEST = 100e6;
  private static final double BYTES_BETWEEN_LEAKS = 10_000 * 250.0;

  private record Kind(String prefix, String stream, double share, Maker maker, Leak leak) {}

  private interface Maker {
    byte[] some(Vocabulary words, Instant time, int bytes);
  }

  private interface Leak {
    byte[] in(Vocabulary words, Instant time, String email);
  }

  private static final List<Kind> KINDS =
      List.of(
          new Kind("metrics/meta", "metrics-meta", 0.60, MetricsExport::object, LandingCorpus::metric),
          new Kind("k8s-state/meta", "k8s-state-meta", 0.25, KubernetesExport::object, LandingCorpus::pod),
          new Kind("logs", "logs", 0.10, LogsExport::records, LandingCorpus::log),
          new Kind("analytics", "analytics", 0.05, AnalyticsExport::object, LandingCorpus::event));

  public static void main(String[] words) throws IOException {
    Path folder = Path.of(words[0]);
    double total = Double.parseDouble(words[1]) * 1e6;
    Random random = new Random(Long.parseLong(words[2]));
    Vocabulary vocabulary = new Vocabulary(new Random(random.nextLong()));
    SensitiveValues values = new SensitiveValues(new Random(random.nextLong()));
    long objects = 0;
    long stored = 0;
    long unpacked = 0;
    long leaks = 0;
    for (Kind kind : KINDS) {
      double left = total * kind.share();
      double largest = Math.min(LARGEST, left / 3);
      while (left > 0) {
        // Each order of size gets the same number of objects, so that the large ones hold most bytes.
        double wanted = Math.min(left, SMALLEST * Math.pow(largest / SMALLEST, random.nextDouble()));
        Instant time = ExportTime.any(vocabulary);
        Path file = folder.resolve(ObjectKeys.firehose(kind.prefix(), kind.stream(), time, vocabulary));
        Files.createDirectories(file.getParent());
        long size = 0;
        try (OutputStream plain = Files.newOutputStream(file);
            OutputStream out = random.nextBoolean() ? new GZIPOutputStream(plain, 1 << 16) : plain) {
          do {
            byte[] part = kind.maker().some(vocabulary, time, (int) Math.min(CHUNK, wanted - size));
            out.write(part);
            size += part.length;
            if (random.nextDouble() < part.length / BYTES_BETWEEN_LEAKS) {
              byte[] leak = kind.leak().in(vocabulary, time, values.of("pii.email"));
              out.write('\n');
              out.write(leak);
              out.write('\n');
              size += leak.length + 2;
              leaks++;
            }
          } while (size < wanted);
        }
        left -= size;
        unpacked += size;
        stored += Files.size(file);
        objects++;
      }
    }
    System.out.printf("%d %.1f %.1f %d%n", objects, stored / 1e6, unpacked / 1e6, leaks);
  }

  private static byte[] metric(Vocabulary words, Instant time, String email) {
    return MetricsExport.envelopeV1(
        List.of(MetricSeries.labels("gitpod_server_logins_total", "actor", email, "pod", "server-0")), words, time);
  }

  private static byte[] pod(Vocabulary words, Instant time, String email) {
    return utf8(
        "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"ws-1\",\"namespace\":\"default\",\"annotations\":"
            + "{\"gitpod.io/owner\":\"" + email + "\"}},\"spec\":{\"containers\":[]}}");
  }

  private static byte[] log(Vocabulary words, Instant time, String email) {
    return utf8(
        "{\"level\":\"error\",\"message\":\"cannot invite " + email + " to the organisation\",\"time\":\"" + time + "\"}");
  }

  private static byte[] event(Vocabulary words, Instant time, String email) {
    return utf8(
        "{\"batch\":[{\"type\":\"identify\",\"userId\":\"u-1\",\"traits\":{\"contact\":\"" + email + "\"},\"timestamp\":\""
            + time + "\"}],\"sentAt\":\"" + time + "\"}");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
