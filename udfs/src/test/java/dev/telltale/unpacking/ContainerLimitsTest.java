package dev.telltale.unpacking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.telltale.fault.Fault;
import dev.telltale.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainerLimitsTest {
  private static final int MILLION = 1_000_000;
  private static final long DECLARED = 0x7fff_ffffL;

  /** What reading an object without keeping it came to. */
  private static final class Drained {
    private final List<Fault> faults = new ArrayList<>();
    private long leaves;
    private long bytes;
    private long allocated;

    static Drained of(InputStream object, long stored) throws IOException {
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      Drained result = new Drained();
      byte[] buffer = new byte[1 << 16];
      long before = threads.getCurrentThreadAllocatedBytes();
      try (Unpacking unpacking =
          new Unpacking(object, stored, Limits.defaults(), result.faults::add)) {
        for (Leaf leaf = unpacking.next(); leaf != null; leaf = unpacking.next()) {
          result.leaves++;
          int count = leaf.stream().read(buffer, 0, buffer.length);
          while (count >= 0) {
            result.bytes += count;
            count = leaf.stream().read(buffer, 0, buffer.length);
          }
        }
      }
      result.allocated = threads.getCurrentThreadAllocatedBytes() - before;
      return result;
    }

    static Drained of(byte[] object) throws IOException {
      return of(new ByteArrayInputStream(object), object.length);
    }
  }

  @Test
  void aMillionEntriesOfAnArchiveAreReadOneByOne() throws IOException {
    byte[] zip = Bytes.zipStored("n", Bytes.utf8("x"));
    Drained entries = Drained.of(new Repeated(zip, MILLION), (long) zip.length * MILLION);
    assertEquals(2L * MILLION, entries.leaves);
    byte[] tar = Packing.tarEntry(Bytes.utf8("x"));
    Drained files = Drained.of(new Repeated(tar, MILLION / 4), tar.length * (MILLION / 4L));
    assertEquals(3L * MILLION / 4, files.leaves, "a name, an owner and a content each");
  }

  @Test
  void aMillionNamedMembersDoNotFillTheMemory() throws IOException {
    byte[] member =
        Bytes.join(
            Bytes.gzipHeader(8),
            Bytes.utf8("name\0"),
            Bytes.deflate(Bytes.utf8("x")),
            Bytes.gzipTrailer(Bytes.utf8("x")));
    Drained result = Drained.of(new Repeated(member, MILLION), (long) member.length * MILLION);
    assertEquals(List.of(), result.faults);
    assertEquals(5L * MILLION, result.bytes, "one byte of content and four of name each");
  }

  @Test
  void aMillionTinyStreamsCostWhatTheyHold() throws IOException {
    for (String name : List.of("bzip2", "xz", "lz4", "zlib", "snappy-xerial", "hadoop-snappy")) {
      byte[] unit = Packing.named(name).pack(Bytes.utf8("xy"));
      int times = name.equals("bzip2") ? MILLION / 50 : MILLION / 5;
      Drained result = Drained.of(new Repeated(unit, times), (long) unit.length * times);
      assertEquals(List.of(), result.faults, name);
      assertEquals(2L * times, result.bytes, name);
    }
  }

  @Test
  void aDeclaredLengthIsNeverAllocated() throws IOException {
    byte[] some = Bytes.random(1, 1_000);
    byte[] tar = Packing.tarEntry(some);
    System.arraycopy(Bytes.utf8("17777777777"), 0, tar, 124, 11);
    long sum = 8 * ' ';
    for (int i = 0; i < 512; i++) {
      sum += i < 148 || i >= 156 ? tar[i] & 0xff : 0;
    }
    System.arraycopy(Bytes.utf8(String.format("%06o\0 ", sum)), 0, tar, 148, 8);
    byte[] lie = Packing.wide32(DECLARED);
    Map<String, byte[]> objects = new LinkedHashMap<>();
    objects.put("tar", tar);
    objects.put("zip", Bytes.join(Bytes.zipHeader("", 0, 0, 0, DECLARED, DECLARED), some));
    objects.put(
        "lz4", Bytes.join(Packing.named("lz4").pack(some), Bytes.int32(0x184c_2102L), lie, some));
    objects.put("skippable", Bytes.join(Bytes.int32(0x184d_2a50L), Bytes.int32(DECLARED), some));
    objects.put("zstd", Bytes.of(0x28, 0xb5, 0x2f, 0xfd, 0xa0, 255, 255, 255, 127, 1, 0, 0));
    objects.put("hadoop", Bytes.join(Packing.hadoopSnappy(some), lie, lie, some));
    objects.put("hadoop, first", Bytes.join(Packing.wide32(16 << 20), lie, some));
    objects.put("xerial", Bytes.join(Packing.named("snappy-xerial").pack(some), lie, some));
    objects.put("snappy", Bytes.join(Bytes.varint(DECLARED), Bytes.of(0xfc), lie, some));
    byte[] xz = Packing.named("xz").pack(some);
    xz[16] = 40;
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(xz, 12, 8);
    System.arraycopy(Bytes.int32(crc.getValue()), 0, xz, 20, 4);
    objects.put("xz", xz);
    for (Map.Entry<String, byte[]> entry : objects.entrySet()) {
      Drained result = Drained.of(entry.getValue());
      assertTrue(result.allocated < 24 << 20, entry.getKey() + " allocated " + result.allocated);
      assertTrue(result.bytes > 0, entry.getKey());
    }
    assertEquals("XZ_METHOD", Drained.of(xz).faults.get(0).kind().name());
    assertEquals("TAR_TRUNCATED", Drained.of(tar).faults.get(0).kind().name());
  }

  @Test
  void bombsOfEveryKindStopAtALimit() throws IOException {
    byte[] zeros = Bytes.deflate(new byte[64 << 20]);
    long sum = Bytes.crc(new byte[64 << 20]);
    byte[] zip =
        Bytes.join(Bytes.zipHeader("", 0, 8, sum, zeros.length, 64 << 20), zeros, Bytes.zipEnd());
    byte[] five = Bytes.utf8("x");
    for (int i = 0; i < 5; i++) {
      five = Bytes.gzip(five);
    }
    assertEquals("LAYER_LIMIT", Drained.of(five).faults.get(0).kind().name());
    byte[] twice = Packing.named("zip").object(Bytes.join(zip, zip));
    Drained nested = Drained.of(Packing.named("zip").object(twice));
    assertEquals("RATIO_LIMIT", nested.faults.get(0).kind().name());
    assertTrue(nested.bytes < 70 << 20, "delivered " + nested.bytes);
    for (String name : List.of("bzip2", "xz", "lz4")) {
      byte[] bomb = Packing.named(name).pack(new byte[80 << 20]);
      Drained result = Drained.of(Packing.named("gzip").pack(bomb));
      assertEquals("RATIO_LIMIT", result.faults.get(0).kind().name(), name);
      assertTrue(result.allocated < 64 << 20, name + " allocated " + result.allocated);
    }
  }
}
