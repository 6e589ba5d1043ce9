import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The peer of the scan benchmark: one thread reads every object of a folder, inflates what is gzip, and takes the JSON
 * tokens of what is JSON; nothing is decoded further, detected or written. Prints megabytes a second of its CPU time.
 */
public final class TokenPass {
  public static void main(String[] words) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of(words[0]))) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    double best = 0;
    for (int round = 0; round < 3; round++) {
      long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      long bytes = 0;
      for (Path file : files) {
        bytes += read(file);
      }
      long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
      best = Math.max(best, bytes / 1e6 / (spent / 1e9));
    }
    System.out.println(String.format(Locale.ROOT, "%.1f", best));
  }

  private static long read(Path file) throws IOException {
    byte[] stored = Files.readAllBytes(file);
    boolean gzip = stored.length > 2 && stored[0] == 0x1f && stored[1] == (byte) 0x8b;
    byte[] bytes = stored;
    if (gzip) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
        bytes = in.readAllBytes();
      } catch (IOException broken) {
        return 0;
      }
    }
    try (JsonParser tokens = new JsonFactory().createParser(bytes)) {
      while (tokens.nextToken() != null) {
        if (tokens.currentToken().isScalarValue()) {
          tokens.getTextLength();
        }
      }
    } catch (IOException noJson) {
      return bytes.length;
    }
    return bytes.length;
  }
}
