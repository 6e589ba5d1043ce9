package dev.telltale.hostile;

import com.github.luben.zstd.Zstd;
import dev.telltale.unpacking.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.xerial.snappy.Snappy;
import org.xerial.snappy.SnappyFramedOutputStream;

/** Containers that hold very much, very many or one another. */
final class HostileContainers {
  private static final int BOMB = 256 << 20;

  private HostileContainers() {}

  static List<HostileObject> all() {
    return List.of(
        object("gzip-bomb", () -> packed(GZIPOutputStream::new, BOMB)),
        object(
            "gzip-bomb-in-gzip",
            () -> packed(GZIPOutputStream::new, packed(GZIPOutputStream::new, BOMB))),
        object("gzip-layers", () -> layers(40)),
        object(
            "gzip-members",
            () ->
                repeated(
                    packed(GZIPOutputStream::new, "a\n".getBytes(StandardCharsets.UTF_8)),
                    200_000)),
        object(
            "gzip-false-headers",
            () ->
                Bytes.join(
                    Bytes.of(1, 2, 3, 0),
                    repeated(Bytes.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xff, 0xff), 700_000))),
        object(
            "gzip-false-members",
            () ->
                Bytes.join(
                    Bytes.of(1, 2, 3, 0),
                    repeated(
                        Bytes.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0, 0xff, 0xff, 0, 0),
                        500_000))),
        object(
            "zlib-false-headers",
            () ->
                Bytes.join(
                    Bytes.of(1, 2, 3, 0),
                    repeated(Bytes.of(0x78, 0x9c, 0, 0xff, 0xff, 0, 0), 1_000_000))),
        object(
            "kpl-false-aggregates",
            () ->
                Bytes.join(
                    Bytes.of(1, 2, 3, 0),
                    repeated(Bytes.of(0x1a, 4, 0xf3, 0x89, 0x9a, 0xc2), 1_000_000))),
        object(
            "zstd-false-frames",
            () ->
                Bytes.join(
                    Bytes.of(1, 2, 3, 0),
                    repeated(
                        Bytes.of(0x28, 0xb5, 0x2f, 0xfd, 0, 0x58, 0x25, 0, 0, 1, 2, 3, 4),
                        600_000))),
        object(
            "gzip-garbage",
            () -> Bytes.join(packed(GZIPOutputStream::new, 1_000), new byte[8 << 20])),
        object(
            "gzip-name-without-end",
            () ->
                Bytes.join(
                    Bytes.of(0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3),
                    "n".repeat(8 << 20).getBytes(StandardCharsets.UTF_8))),
        object("zstd-bomb", () -> Zstd.compress(new byte[BOMB])),
        object("zstd-window", () -> Bytes.of(0x28, 0xb5, 0x2f, 0xfd, 0, 0xff, 1, 0, 0)),
        object("bzip2-bomb", () -> packed(BZip2CompressorOutputStream::new, 64 << 20)),
        object("xz-bomb", () -> packed(XZCompressorOutputStream::new, 128 << 20)),
        object("lz4-bomb", () -> packed(FramedLZ4CompressorOutputStream::new, 128 << 20)),
        object("snappy-bomb", () -> packed(SnappyFramedOutputStream::new, 128 << 20)),
        object("snappy-block-bomb", () -> Snappy.compress(new byte[60 << 20])),
        object(
            "snappy-block-length",
            () -> Bytes.join(Bytes.of(0xff, 0xff, 0xff, 0xff, 15, 0xf0, 0xff), new byte[1 << 20])),
        object("zip-bomb", () -> zip(1, BOMB)),
        object("zip-entries", () -> zip(100_000, 1)),
        object("zip-in-zip", HostileContainers::zipLayers),
        object("zip-names", () -> zipNames(60)),
        object("tar-entries", () -> tar(100_000)),
        object("tar-in-tar", HostileContainers::tarLayers),
        object("tar-size", HostileContainers::tarOfHugeSize));
  }

  private interface Made {
    byte[] bytes() throws IOException;
  }

  private interface Codec {
    OutputStream around(OutputStream out) throws IOException;
  }

  private static HostileObject object(String name, Made made) {
    return new HostileObject(
        "container-" + name,
        () -> {
          try {
            return made.bytes();
          } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
          }
        });
  }

  private static byte[] packed(Codec codec, int zeros) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] some = new byte[1 << 20];
    try (OutputStream out = codec.around(bytes)) {
      for (int left = zeros; left > 0; left -= some.length) {
        out.write(some, 0, Math.min(left, some.length));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] packed(Codec codec, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = codec.around(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] layers(int count) throws IOException {
    byte[] bytes = "text".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < count; i++) {
      bytes = packed(GZIPOutputStream::new, bytes);
    }
    return bytes;
  }

  private static byte[] repeated(byte[] unit, int times) {
    byte[] all = new byte[unit.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(unit, 0, all, i * unit.length, unit.length);
    }
    return all;
  }

  private static byte[] zip(int entries, int length) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] content = new byte[length];
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < entries; i++) {
        out.putNextEntry(new ZipEntry("e" + i));
        out.write(content);
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] zipNames(int entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < entries; i++) {
        out.putNextEntry(new ZipEntry("ann@corp.example.com/".repeat(3_000) + i));
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] zipLayers() throws IOException {
    byte[] content = "text".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 20; i++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream out = new ZipOutputStream(bytes)) {
        out.putNextEntry(new ZipEntry("inner.zip"));
        out.write(content);
        out.closeEntry();
      }
      content = bytes.toByteArray();
    }
    return content;
  }

  private static byte[] tar(int entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
      for (int i = 0; i < entries; i++) {
        out.putArchiveEntry(new TarArchiveEntry("e" + i));
        out.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] tarLayers() throws IOException {
    byte[] content = "text".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 20; i++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
        TarArchiveEntry entry = new TarArchiveEntry("inner.tar");
        entry.setSize(content.length);
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
      }
      content = bytes.toByteArray();
    }
    return content;
  }

  private static byte[] tarOfHugeSize() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TarArchiveOutputStream out = new TarArchiveOutputStream(bytes);
    TarArchiveEntry entry = new TarArchiveEntry("huge");
    entry.setSize(7L << 30);
    out.putArchiveEntry(entry);
    out.write(new byte[4 << 20]);
    out.flush();
    return bytes.toByteArray();
  }
}
