package dev.telltale.decoding.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.MutationCount;
import dev.telltale.fault.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.avro.file.CodecFactory;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.apache.orc.CompressionKind;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Good files with a byte flipped, an end cut off, a block doubled or taken out. */
class FileMutationTest {
  private static final int CASES = MutationCount.EACH;
  private static final int ROWS = 60;
  private static final long SLOWEST_NANOS = 10_000_000_000L;

  private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
  private final AbstractAppender appender =
      new AbstractAppender("mutations", null, null, true, Property.EMPTY_ARRAY) {
        @Override
        public void append(LogEvent event) {
          Throwable thrown = event.getThrown();
          logged.add(event.getMessage().getFormattedMessage() + (thrown == null ? "" : thrown));
        }
      };

  @BeforeEach
  void listen() {
    appender.start();
    ((Logger) LogManager.getRootLogger()).addAppender(appender);
    ((Logger) LogManager.getRootLogger()).setLevel(Level.INFO);
  }

  @AfterEach
  void noLogLineHoldsContent() {
    ((Logger) LogManager.getRootLogger()).removeAppender(appender);
    for (String line : logged) {
      assertTrue(!line.contains("mail.test") && !line.contains("node-"), "a line of the log");
    }
  }

  @Test
  void mutatedAvroFilesGiveRowsOrFaults() {
    List<byte[]> files = new ArrayList<>();
    for (String codec : List.of("null", "deflate", "snappy", "zstandard")) {
      files.add(AvroFiles.events(CodecFactory.fromString(codec), ROWS, 20));
    }
    mutate("avro", files, AvroFiles::eventJson);
  }

  @Test
  void mutatedParquetFilesGiveRowsOrFaults() {
    List<byte[]> files = new ArrayList<>();
    for (WriterVersion version : WriterVersion.values()) {
      for (CompressionCodecName codec :
          List.of(CompressionCodecName.UNCOMPRESSED, CompressionCodecName.SNAPPY)) {
        for (boolean dictionary : new boolean[] {true, false}) {
          files.add(
              ParquetFiles.events(
                  ROWS,
                  builder ->
                      builder
                          .withRowGroupRowCountLimit(20)
                          .withCompressionCodec(codec)
                          .withWriterVersion(version)
                          .withDictionaryEncoding(dictionary)
                          .withPageWriteChecksumEnabled(false)));
        }
      }
    }
    mutate("parquet", files, ParquetFiles::eventJson);
  }

  @Test
  void mutatedOrcFilesGiveRowsOrFaults() {
    List<byte[]> files = new ArrayList<>();
    for (CompressionKind kind :
        List.of(CompressionKind.NONE, CompressionKind.ZLIB, CompressionKind.SNAPPY)) {
      files.add(OrcFiles.events(kind, ROWS));
    }
    mutate("orc", files, OrcFiles::eventJson);
  }

  private static void mutate(String format, List<byte[]> files, IntFunction<String> row) {
    List<String> expected = IntStream.range(0, ROWS).mapToObj(row).toList();
    int named = 0;
    int kept = 0;
    for (int seed = 0; seed < CASES; seed++) {
      byte[] sound = files.get(seed % files.size());
      byte[] bytes = mutated(sound, new Random(seed));
      String hint = format + " seed " + seed;
      long start = System.nanoTime();
      DecodedFile file;
      try {
        file = DecodedFile.of(bytes);
      } catch (RuntimeException | Error thrown) {
        throw new AssertionError(hint, thrown);
      }
      assertTrue(System.nanoTime() - start < SLOWEST_NANOS, hint + " took too long");
      assertEquals(bytes.length, file.decoded + file.raw, hint + " bytes answered for");
      for (Fault fault : file.faults) {
        assertTrue(fault.position() <= bytes.length, hint + " place of the fault");
      }
      named += file.faults.isEmpty() ? 0 : 1;
      List<String> rows = file.allRows(format);
      kept += rows.isEmpty() || !rows.get(0).equals(expected.get(0)) ? 0 : 1;
      if (format.equals("avro")) {
        int before = Arrays.mismatch(sound, bytes);
        int whole = wholeBlocks(sound, before) * 20;
        assertTrue(
            rows.size() >= whole && rows.subList(0, whole).equals(expected.subList(0, whole)),
            hint + " rows before the damage");
      }
    }
    assertTrue(named > CASES / 10, format + " named: " + named);
    assertTrue(kept > CASES / 10, format + " kept: " + kept);
  }

  /** How many Avro blocks end before a place: the header ends with a marker too. */
  private static int wholeBlocks(byte[] bytes, int before) {
    int markers = 0;
    for (int i = 0; i + 16 <= before; i++) {
      int at = i;
      if (IntStream.range(at, at + 16).allMatch(k -> bytes[k] == 0x5a)) {
        markers++;
        i += 15;
      }
    }
    return Math.max(0, markers - 1);
  }

  private static byte[] mutated(byte[] sound, Random random) {
    int at = random.nextInt(sound.length);
    int length = Math.min(1 + random.nextInt(64), sound.length - at);
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(sound, at);
      case 1 -> joined(sound, at + length, at);
      case 2 -> joined(sound, at, at + length);
      default -> {
        byte[] flipped = sound.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
          flipped[random.nextInt(sound.length)] ^= (byte) (1 << random.nextInt(8));
        }
        yield flipped;
      }
    };
  }

  /** The bytes up to one place and from another. */
  private static byte[] joined(byte[] bytes, int to, int from) {
    byte[] joined = Arrays.copyOf(bytes, to + bytes.length - from);
    System.arraycopy(bytes, from, joined, to, bytes.length - from);
    return joined;
  }
}
