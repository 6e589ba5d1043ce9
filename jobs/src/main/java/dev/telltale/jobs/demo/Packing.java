package dev.telltale.jobs.demo;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.xerial.snappy.Snappy;
import org.xerial.snappy.SnappyFramedOutputStream;

/** The containers in which telemetry travels. Same bytes in, same bytes out. */
final class Packing {
  private static final LocalDateTime ZIP_TIME = LocalDateTime.of(2026, 11, 18, 0, 0);

  private Packing() {}

  static byte[] gzip(byte[] bytes) {
    return through(bytes, GZIPOutputStream::new);
  }

  static byte[] zstd(byte[] bytes) {
    return Zstd.compress(bytes, 3);
  }

  static byte[] snappyFramed(byte[] bytes) {
    return through(bytes, SnappyFramedOutputStream::new);
  }

  static byte[] snappyBlock(byte[] bytes) {
    try {
      return Snappy.compress(bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException("compressing a snappy block", failure);
    }
  }

  static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (Map.Entry<String, byte[]> file : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(ZIP_TIME);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("packing a zip archive", failure);
    }
    return packed.toByteArray();
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] through(byte[] bytes, Wrapping wrapping) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = wrapping.wrap(packed)) {
      out.write(bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException("packing " + bytes.length + " bytes", failure);
    }
    return packed.toByteArray();
  }

  private interface Wrapping {
    OutputStream wrap(OutputStream packed) throws IOException;
  }
}
