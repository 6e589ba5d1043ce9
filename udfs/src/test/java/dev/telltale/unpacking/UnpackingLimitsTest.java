package dev.telltale.unpacking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import dev.telltale.fault.Fault;
import dev.telltale.limit.ChangedLimits;
import dev.telltale.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class UnpackingLimitsTest {
  private static Limits limits(long unpacked, int ratio, long floor, int layers) {
    return ChangedLimits.with("unpackedBytes", unpacked)
        .and("ratio", ratio)
        .and("ratioFloorBytes", floor)
        .and("layers", layers)
        .limits();
  }

  private static byte[] zeros(int mebibytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out, 1 << 16)) {
      byte[] block = new byte[1 << 20];
      for (int i = 0; i < mebibytes; i++) {
        gzip.write(block);
      }
    }
    return out.toByteArray();
  }

  /** Reads without keeping; returns how much came out. */
  private static long drain(byte[] object, Limits limits, List<Fault> faults, long[] unread)
      throws IOException {
    long bytes = 0;
    byte[] buffer = new byte[1 << 16];
    try (Unpacking unpacking =
        new Unpacking(new ByteArrayInputStream(object), object.length, limits, faults::add)) {
      for (Leaf leaf = unpacking.next(); leaf != null; leaf = unpacking.next()) {
        int count = leaf.stream().read(buffer, 0, buffer.length);
        while (count >= 0) {
          bytes += count;
          count = leaf.stream().read(buffer, 0, buffer.length);
        }
      }
      unread[0] = unpacking.bytesUnread(Long.MAX_VALUE);
    }
    return bytes;
  }

  private static String names(List<Fault> faults) {
    Unpacked result = new Unpacked();
    result.faults.addAll(faults);
    return result.faults();
  }

  @Test
  void aSingleBombStopsAtTheUnpackedLimit() throws IOException {
    byte[] bomb = zeros(128);
    List<Fault> faults = new ArrayList<>();
    long[] unread = new long[1];
    long bytes = drain(bomb, limits(10_000_000, 1_100, 64 << 20, 4), faults, unread);
    assertEquals(10_000_000, bytes);
    assertEquals("unpacked-limit@1:10000000", names(faults));
    assertTrue(
        unread[0] > bomb.length / 3 && unread[0] < bomb.length + (64 << 10), "unread " + unread[0]);
  }

  @Test
  void anObjectThatUnpacksToExactlyTheLimitIsWhole() throws IOException {
    List<Fault> faults = new ArrayList<>();
    assertEquals(
        1 << 20, drain(zeros(1), limits(1 << 20, 1_100, 64 << 20, 4), faults, new long[1]));
    assertEquals(List.of(), faults);
  }

  @Test
  void aDoubleBombStopsAtTheRatio() throws IOException {
    byte[] bomb = Bytes.gzip(zeros(128));
    List<Fault> faults = new ArrayList<>();
    long bytes = drain(bomb, Limits.defaults(), faults, new long[1]);
    assertTrue(bytes < 65 << 20, "delivered " + bytes);
    assertEquals(1, faults.size());
    assertEquals("RATIO_LIMIT", faults.get(0).kind().name());
    assertEquals(2, faults.get(0).layer());
  }

  @Test
  void layersBeyondTheLimitStayUnread() throws IOException {
    byte[] object = Bytes.utf8("x");
    for (int i = 0; i < 3; i++) {
      object = Bytes.gzip(object);
    }
    List<Fault> faults = new ArrayList<>();
    long[] unread = new long[1];
    assertEquals(0, drain(object, limits(1 << 30, 1_100, 64 << 20, 2), faults, unread));
    assertEquals("layer-limit@2:0", names(faults));
    assertTrue(unread[0] > 0, "unread bytes are not hidden");
    assertEquals(1, drain(object, limits(1 << 30, 1_100, 64 << 20, 3), faults, unread));
    assertEquals(0, unread[0]);
  }

  @Test
  void aBombInsideOneMemberEndsTheWholeObject() throws IOException {
    byte[] zip = Bytes.join(Bytes.zipStored("a", zeros(8)), Bytes.zipStored("b", Bytes.utf8("b")));
    List<Fault> faults = new ArrayList<>();
    drain(zip, limits(1 << 30, 100, 1 << 20, 4), faults, new long[1]);
    assertEquals(1, faults.size());
    assertEquals("RATIO_LIMIT", faults.get(0).kind().name());
  }

  @Test
  void aFailingReadPassesThroughEveryLayerUntouched() throws IOException {
    IOException failure = new IOException("connection reset");
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw failure;
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            throw failure;
          }
        };
    byte[] content = Bytes.random(1, 200_000);
    for (byte[] packed :
        List.of(
            Bytes.gzip(Zstd.compress(content)),
            Bytes.zipStored("", Bytes.gzip(content)),
            Bytes.zipDescribed("", content))) {
      byte[] half = Bytes.cut(packed, packed.length / 2);
      List<Fault> faults = new ArrayList<>();
      try (Unpacking unpacking =
          new Unpacking(
              new SequenceInputStream(new ByteArrayInputStream(half), failing),
              packed.length,
              Limits.defaults(),
              faults::add)) {
        IOException met =
            assertThrows(
                IOException.class,
                () -> {
                  Leaf leaf = unpacking.next();
                  leaf.stream().readAllBytes();
                });
        assertSame(failure, met);
        assertEquals(List.of(), faults);
      }
    }
  }

  @Test
  void anUnreadLeafIsPassedOver() throws IOException {
    byte[] zip =
        Bytes.join(
            Bytes.zipDescribed("", Bytes.random(1, 100_000)),
            Bytes.zipStored("", Bytes.utf8("second")),
            Bytes.zipEnd());
    try (Unpacking unpacking =
        new Unpacking(new ByteArrayInputStream(zip), zip.length, Limits.defaults(), fault -> {})) {
      unpacking.next();
      assertEquals(
          "second",
          new String(
              unpacking.next().stream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
      assertEquals(null, unpacking.next());
    }
  }
}
