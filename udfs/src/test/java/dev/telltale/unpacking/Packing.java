package dev.telltale.unpacking;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import net.jpountz.lz4.LZ4Factory;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;
import org.xerial.snappy.Snappy;
import org.xerial.snappy.SnappyFramedOutputStream;
import org.xerial.snappy.SnappyOutputStream;

/**
 * One container as its reference writer writes it.
 *
 * @param name as published
 * @param structure bytes that belong to no part, such as a directory
 * @param recovery how many of a hundred damages must leave the parts after them readable
 * @param unit packs one part; units may stand back to back
 * @param end what closes the units
 */
public record Packing(String name, int structure, int recovery, Pack unit, byte[] end) {
  public interface Pack {
    byte[] of(byte[] content) throws IOException;
  }

  private interface Encoder {
    OutputStream on(OutputStream out) throws IOException;
  }

  public static final List<Packing> ALL =
      List.of(
          new Packing("gzip", 0, 95, Bytes::gzip),
          new Packing("zip", 90, 85, content -> Bytes.zipDeflated("", content), Bytes.zipEnd()),
          new Packing("zstd", 0, 85, Zstd::compress),
          new Packing("lz4", 0, 85, content -> encode(content, Packing::lz4)),
          new Packing("bzip2", 0, 90, content -> encode(content, Packing::bzip2)),
          new Packing("xz", 0, 90, content -> encode(content, Packing::xz)),
          new Packing("zlib", 0, 60, Packing::zlib),
          new Packing("tar", 1024, 85, Packing::tarEntry, new byte[1024]),
          new Packing("snappy-framed", 0, 60, c -> encode(c, SnappyFramedOutputStream::new)),
          new Packing("snappy-xerial", 0, 60, c -> encode(c, SnappyOutputStream::new)),
          new Packing("hadoop-snappy", 0, 60, Packing::hadoopSnappy),
          new Packing("hadoop-lz4", 0, 20, Packing::hadoopLz4));

  Packing(String name, int structure, int recovery, Pack unit) {
    this(name, structure, recovery, unit, new byte[0]);
  }

  public static Packing named(String name) {
    return ALL.stream().filter(one -> one.name.equals(name)).findFirst().orElseThrow();
  }

  /** Bytes of a header or an empty part that a damage may make structure; a fault names it. */
  int hidden() {
    return name.equals("tar") ? 2_048 : 64;
  }

  public byte[] pack(byte[] content) {
    try {
      return unit.of(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** A whole object of so many parts. */
  public byte[] object(byte[]... contents) {
    byte[] object = new byte[0];
    for (byte[] content : contents) {
      object = Bytes.join(object, pack(content));
    }
    return Bytes.join(object, end);
  }

  private static byte[] encode(byte[] content, Encoder encoder) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream stream = encoder.on(out)) {
      stream.write(content);
    }
    return out.toByteArray();
  }

  private static OutputStream lz4(OutputStream out) throws IOException {
    return new FramedLZ4CompressorOutputStream(out);
  }

  private static OutputStream bzip2(OutputStream out) throws IOException {
    return new BZip2CompressorOutputStream(out, 1);
  }

  private static OutputStream xz(OutputStream out) throws IOException {
    LZMA2Options options = new LZMA2Options(1);
    options.setDictSize(1 << 16);
    return new XZOutputStream(out, options);
  }

  static byte[] zlib(byte[] content) {
    Deflater deflater = new Deflater();
    deflater.setInput(content);
    deflater.finish();
    byte[] out = new byte[content.length + 1_000];
    int count = deflater.deflate(out);
    deflater.end();
    return Arrays.copyOf(out, count);
  }

  static byte[] tarEntry(byte[] content) throws IOException {
    return tarEntry("logs/app.json", content);
  }

  static byte[] tarEntry(String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TarArchiveOutputStream tar = new TarArchiveOutputStream(out);
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    entry.setUserName("anna");
    entry.setModTime(0L);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
    tar.flush();
    byte[] whole = out.toByteArray();
    int blocks = name.length() > 100 ? 3 : 1;
    return Arrays.copyOf(whole, blocks * 512 + (content.length + 511) / 512 * 512);
  }

  static byte[] wide32(long value) {
    return Bytes.of((int) (value >> 24), (int) (value >> 16), (int) (value >> 8), (int) value);
  }

  private static byte[] hadoop(byte[] content, byte[] block) {
    return Bytes.join(wide32(content.length), wide32(block.length), block);
  }

  static byte[] hadoopSnappy(byte[] content) throws IOException {
    return hadoop(content, Snappy.compress(content));
  }

  static byte[] hadoopLz4(byte[] content) {
    return hadoop(content, LZ4Factory.safeInstance().fastCompressor().compress(content));
  }
}
