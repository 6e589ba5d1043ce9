package dev.telltale.decoding;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.telltale.framing.Frame;
import dev.telltale.limit.Limits;
import dev.telltale.record.DecodedRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The corpus of real files, in the folder that {@code TELLTALE_CORPUS} names, by default beside the
 * project. Tests are skipped where it is missing.
 */
public final class Samples {
  private static final Path FOLDER = folder();

  private Samples() {}

  /** A relative folder counts from the project's root; tests run in the module's. */
  private static Path folder() {
    String named = System.getenv("TELLTALE_CORPUS");
    return Path.of("..").resolve(named == null ? "../shared" : named).resolve("samples");
  }

  public static byte[] bytes(String path) {
    assumeCorpus();
    try {
      return Files.readAllBytes(FOLDER.resolve(path));
    } catch (IOException broken) {
      throw new UncheckedIOException("reading a sample", broken);
    }
  }

  /** The files of a folder whose names end so. */
  public static List<String> under(String folder, String ending) {
    assumeCorpus();
    try (Stream<Path> files = Files.walk(FOLDER.resolve(folder))) {
      return files
          .filter(file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
          .map(file -> FOLDER.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException("listing samples", broken);
    }
  }

  public static boolean isFolder(String path) {
    return Files.isDirectory(FOLDER.resolve(path));
  }

  private static void assumeCorpus() {
    assumeTrue(
        Files.isDirectory(FOLDER),
        () -> "no corpus of samples at " + FOLDER.toAbsolutePath() + "; see TELLTALE_CORPUS");
  }

  /** Every JSON value of a sample, decoded in order. */
  public static List<DecodedFrame> decoded(String path) {
    byte[] bytes = bytes(path);
    FrameDecoder decoder = new FrameDecoder(Limits.defaults());
    List<DecodedFrame> frames = new ArrayList<>();
    for (byte[] value : values(bytes)) {
      frames.add(DecodedFrame.of(decoder, Frame.Kind.JSON, value));
    }
    return frames;
  }

  public static List<DecodedRecord> records(String path) {
    return decoded(path).stream().flatMap(frame -> frame.records.stream()).toList();
  }

  /** Cuts at the brace or bracket that closes the first one. */
  public static List<byte[]> values(byte[] bytes) {
    List<byte[]> values = new ArrayList<>();
    int depth = 0;
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (quoted && b == '\\') {
        i++;
      } else if (b == '"') {
        quoted = !quoted;
      } else if (!quoted && (b == '{' || b == '[')) {
        start = depth++ == 0 ? i : start;
      } else if (!quoted && (b == '}' || b == ']') && --depth == 0) {
        values.add(Arrays.copyOfRange(bytes, start, i + 1));
      }
    }
    return values;
  }
}
