package dev.telltale.demo.telemetry;

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
public final class Packing {
  private static final LocalDateTime ZIP_TIME = LocalDateTime.of(2026, 11, 18, 0, 0);

  private Packing() {}

  public static byte[] gzip(byte[] bytes) {
    return through(bytes, GZIPOutputStream::new);
  }

  public static byte[] zstd(byte[] bytes) {
    return Zstd.compress(bytes, 3);
  }

  public static byte[] snappyFramed(byte[] bytes) {
    return through(bytes, SnappyFramedOutputStream::new);
  }

  public static byte[] snappyBlock(byte[] bytes) {
    try {
      return Snappy.compress(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException("compressing a snappy block", impossible);
    }
  }

  public static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (Map.Entry<String, byte[]> file : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(ZIP_TIME);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("packing a zip archive", impossible);
    }
    return packed.toByteArray();
  }

  public static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] through(byte[] bytes, Wrapping wrapping) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = wrapping.wrap(packed)) {
      out.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException("packing " + bytes.length + " bytes", impossible);
    }
    return packed.toByteArray();
  }

  private interface Wrapping {
    OutputStream wrap(OutputStream packed) throws IOException;
  }
}
