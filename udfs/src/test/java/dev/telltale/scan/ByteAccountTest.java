package dev.telltale.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.limit.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;

/** Wherever reading stops, decoded, raw and unread bytes are all there are. */
class ByteAccountTest {
  private static final int SEEDS = 12;
  private static final long LATE = Long.MAX_VALUE / 2;

  @Test
  void everyByteIsCountedOnceWhereAReadFails() {
    formats()
        .forEach(
            (format, bytes) -> {
              for (int seed = 0; seed < SEEDS; seed++) {
                Random random = new Random(seed);
                int end = random.nextInt(bytes.length + 1);
                ScannedObject object = scanned(bytes, new Failing(bytes, end, random), () -> 0);
                assertEquals(bytes.length, object.answered(), format + " of seed " + seed);
                assertEquals(ObjectStatus.UNREADABLE, object.object.status(), format);
              }
            });
  }

  @Test
  void everyByteIsCountedOnceWhereTimeIsUp() {
    formats()
        .forEach(
            (format, bytes) -> {
              for (int seed = 0; seed < SEEDS; seed++) {
                Random random = new Random(seed);
                ScannedObject object = stopped(bytes, random);
                assertEquals(bytes.length, object.answered(), format + " of seed " + seed);
              }
            });
  }

  @Test
  void whatAnInflaterGaveIsCountedWithTheStoredRest() throws DataFormatException {
    byte[] text = lines(40_000);
    byte[] gzip = gzip(text, Deflater.DEFAULT_COMPRESSION);
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int end = 11 + random.nextInt(gzip.length - 20);
      Inflater inflater = new Inflater(true);
      inflater.setInput(gzip, 10, end - 10);
      int inflated = inflater.inflate(new byte[text.length]);
      inflater.end();
      ScannedObject object = scanned(gzip, new Failing(gzip, end, random), () -> 0);
      assertEquals(inflated + gzip.length - end, object.answered(), "seed " + seed);
    }
  }

  @Test
  void containersThatStoreAsIsCountTheirContentAndNoMoreThanTheyAre() throws IOException {
    byte[] text = lines(8_000);
    Map<String, byte[]> stored = new TreeMap<>();
    stored.put("gzip", gzip(text, Deflater.NO_COMPRESSION));
    stored.put("gzip in gzip", gzip(gzip(text, Deflater.NO_COMPRESSION), Deflater.NO_COMPRESSION));
    stored.put("tar", tar(text));
    stored.put("zip", zip(text));
    stored.put("gzip in tar", tar(gzip(text, Deflater.NO_COMPRESSION)));
    stored.forEach(
        (container, bytes) -> {
          for (int seed = 0; seed < SEEDS; seed++) {
            String name = container + " of seed " + seed;
            Random random = new Random(seed);
            long late = stopped(bytes, random).answered();
            assertTrue(late >= text.length && late <= bytes.length, name + " late: " + late);
            int end = random.nextInt(bytes.length);
            long cut = scanned(bytes, new Failing(bytes, end, random), () -> 0).answered();
            assertTrue(cut >= text.length && cut <= bytes.length, name + " cut: " + cut);
          }
        });
  }

  private static Map<String, byte[]> formats() {
    Random random = new Random(3);
    byte[] noise = new byte[300_000];
    random.nextBytes(noise);
    StringBuilder array = new StringBuilder("[");
    for (int i = 0; i < 20_000; i++) {
      array.append(i == 0 ? "" : ",").append("{\"id\":").append(i).append('}');
    }
    String json = new String(lines(5_000), StandardCharsets.UTF_8).replace("line", "{\"a\":1}");
    return new TreeMap<>(
        Map.of(
            "text", lines(12_000),
            "json lines", json.getBytes(StandardCharsets.UTF_8),
            "json array", array.append("]").toString().getBytes(StandardCharsets.UTF_8),
            "noise", noise,
            "csv", "id,name,time\n1,ann,2024\n".repeat(15_000).getBytes(StandardCharsets.UTF_8),
            "one line", "x".repeat(700_000).getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] lines(int count) {
    Random random = new Random(count);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append("line ").append(Long.toString(random.nextLong(), 36)).append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ScannedObject scanned(byte[] bytes, InputStream stored, LongSupplier nanoTime) {
    return ScannedObject.of("k", bytes.length, stored, Limits.defaults(), nanoTime);
  }

  /** Time is up after some looks at the clock. */
  private static ScannedObject stopped(byte[] bytes, Random random) {
    int looks = 2 + random.nextInt(200);
    int[] seen = {0};
    return scanned(
        bytes, new Failing(bytes, bytes.length + 1, random), () -> seen[0]++ < looks ? 0 : LATE);
  }

  private static byte[] gzip(byte[] content, int level) {
    Deflater deflater = new Deflater(level, true);
    deflater.setInput(content);
    deflater.finish();
    byte[] data = new byte[content.length + content.length / 100 + 1_000];
    int length = deflater.deflate(data);
    deflater.end();
    CRC32 crc = new CRC32();
    crc.update(content);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3});
    out.write(data, 0, length);
    for (long number : List.of(crc.getValue(), (long) content.length)) {
      for (int i = 0; i < 4; i++) {
        out.write((int) (number >> 8 * i));
      }
    }
    return out.toByteArray();
  }

  private static byte[] tar(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
      TarArchiveEntry entry = new TarArchiveEntry("e");
      entry.setSize(content.length);
      out.putArchiveEntry(entry);
      out.write(content);
      out.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      ZipEntry entry = new ZipEntry("e");
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      CRC32 crc = new CRC32();
      crc.update(content);
      entry.setCrc(crc.getValue());
      out.putNextEntry(entry);
      ((OutputStream) out).write(content);
      out.closeEntry();
    }
    return bytes.toByteArray();
  }

  /** Breaks off after some bytes; gives them out in pieces of any size. */
  private static final class Failing extends InputStream {
    private final byte[] bytes;
    private final int end;
    private final Random random;
    private int at;

    Failing(byte[] bytes, int end, Random random) {
      this.bytes = bytes;
      this.end = end;
      this.random = random;
    }

    @Override
    public int read() throws IOException {
      throw new IOException("a single byte is never asked for");
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (at == end) {
        throw new IOException("broken off");
      }
      if (at == bytes.length) {
        return -1;
      }
      int max = Math.min(length, Math.min(end, bytes.length) - at);
      int count = 1 + random.nextInt(max);
      System.arraycopy(bytes, at, into, from, count);
      at += count;
      return count;
    }
  }
}
