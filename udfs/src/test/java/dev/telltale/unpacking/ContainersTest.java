package dev.telltale.unpacking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import dev.telltale.unpacking.compression.SnappyBlock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xerial.snappy.Snappy;
import org.xerial.snappy.SnappyFramedOutputStream;

@Tag("smoke")
class ContainersTest {
  private static final String TEXT = "{\"user\":\"anna\",\"action\":\"login\"}\n".repeat(300);
  private static final byte[] CONTENT = Bytes.utf8(TEXT);

  private static byte[] framed(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SnappyFramedOutputStream snappy = new SnappyFramedOutputStream(out)) {
      snappy.write(content);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return out.toByteArray();
  }

  private static byte[] block(byte[] content) {
    try {
      return Snappy.compress(content);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Test
  void plainBytesAreOneLeafWithoutContainer() {
    Unpacked result = Unpacked.of(CONTENT);
    assertEquals(List.of("[]"), result.leaves);
    assertEquals(TEXT, result.text(0));
  }

  @Test
  void anEmptyObjectIsOneEmptyLeaf() {
    assertEquals(List.of("[]"), Unpacked.of(new byte[0]).leaves);
    assertEquals(List.of("[gzip]"), Unpacked.of(Bytes.gzip("")).leaves);
  }

  @Test
  void containersInsideOneAnotherAreUnpackedAndNamedFromOutside() {
    byte[] zip = Bytes.join(Bytes.zipStored("a", Bytes.gzip(Bytes.gzip(CONTENT))), Bytes.zipEnd());
    Unpacked result = Unpacked.of(Bytes.gzip(zip));
    assertEquals(List.of("[gzip, zip, gzip, gzip]"), result.leaves);
    assertEquals(TEXT, result.text(0));
    Unpacked mixed = Unpacked.of(Bytes.gzip(Zstd.compress(framed(block(CONTENT)))));
    assertEquals(List.of("[gzip, zstd, snappy-framed, snappy]"), mixed.leaves);
    assertEquals(TEXT, mixed.text(0));
  }

  @Test
  void aFaultInsideCarriesTheLayerAndThePositionInIt() {
    byte[] inner = Bytes.gzip(CONTENT);
    Unpacked result = Unpacked.of(Bytes.gzip(Bytes.cut(inner, inner.length - 1)));
    assertEquals("gzip-truncated@1:" + (inner.length - 1), result.faults());
  }

  @Test
  void everyKindOfZipEntryIsRead() {
    byte[] zip =
        Bytes.join(
            Bytes.zipStored("a", CONTENT),
            Bytes.zipDeflated("b", CONTENT),
            Bytes.zipDescribed("c", CONTENT),
            Bytes.zipEnd());
    Unpacked result = Unpacked.of(zip);
    assertEquals("", result.faults());
    assertEquals(List.of("[zip]", "[zip]", "[zip]"), result.leaves);
    for (byte[] content : result.contents) {
      assertArrayEquals(CONTENT, content);
    }
  }

  @Test
  void anEmptyZipIsStructureOnly() {
    byte[] end = new byte[22];
    System.arraycopy(Bytes.of('P', 'K', 5, 6), 0, end, 0, 4);
    Unpacked result = Unpacked.of(end);
    assertEquals("", result.faults());
    assertEquals(0, result.contents.stream().mapToInt(bytes -> bytes.length).sum());
  }

  @Test
  void zipFaultsStandWhereTheyAreMet() {
    byte[] first = Bytes.zipDeflated("a", CONTENT);
    byte[] wrongSum = first.clone();
    wrongSum[14] ^= 1;
    Unpacked sum = Unpacked.of(Bytes.join(wrongSum, Bytes.zipStored("b", CONTENT), Bytes.zipEnd()));
    assertEquals("zip-checksum@0:" + first.length, sum.faults());
    assertEquals(2, sum.contents.size());

    Unpacked cut = Unpacked.of(Bytes.cut(first, first.length - 5));
    assertEquals("zip-truncated@0:" + (first.length - 5), cut.faults());

    byte[] data = Bytes.utf8("\6 corrupt");
    byte[] corrupt = Bytes.join(Bytes.zipHeader("a", 0, 8, 0, data.length, 10), data);
    Unpacked bad = Unpacked.of(Bytes.join(corrupt, first, Bytes.zipEnd()));
    assertEquals("zip-data@0:32", bad.faults());
    assertEquals(List.of("raw []", "[zip]"), bad.leaves);
    assertEquals(" corrupt", bad.text(0));

    byte[] strange = Bytes.join(Bytes.zipHeader("a", 0, 14, 0, 5, 10), Bytes.utf8("lzma!"));
    Unpacked method = Unpacked.of(Bytes.join(first, strange, first, Bytes.zipEnd()));
    assertEquals("zip-method@0:" + first.length, method.faults());
    assertEquals(List.of("[zip]", "raw []", "[zip]"), method.leaves);
    assertEquals("lzma!", method.text(1));

    byte[] secret = Bytes.join(Bytes.zipHeader("a", 1 | 8, 8, 0, 0, 0), Bytes.utf8("encrypted"));
    Unpacked encrypted = Unpacked.of(Bytes.join(secret, first, Bytes.zipEnd()));
    assertEquals("zip-method@0:0", encrypted.faults());
    assertEquals("encrypted", encrypted.text(0));
    assertEquals(TEXT, encrypted.text(1));

    byte[] tail = Bytes.join(first, Bytes.zipEnd(), Bytes.utf8("tail of something"));
    Unpacked trailing = Unpacked.of(tail);
    assertEquals("zip-header@0:" + (tail.length - 17), trailing.faults());
    assertEquals("tail of something", trailing.text(1));
  }

  @Test
  void zstdFramesAndSkippableFramesAreOneStream() {
    byte[] skippable = Bytes.join(Bytes.int32(0x184d2a53L), Bytes.int32(5), Bytes.utf8("hello"));
    byte[] big = Bytes.random(3, 500_000);
    Unpacked result =
        Unpacked.of(Bytes.join(Zstd.compress(CONTENT), skippable, Zstd.compress(big)));
    assertEquals("", result.faults());
    assertEquals(List.of("[zstd]"), result.leaves);
    assertArrayEquals(Bytes.join(CONTENT, big), result.contents.get(0));
  }

  @Test
  void aSkippableFrameLargeEnoughToHideSomethingComesRaw() {
    byte[] hidden = Bytes.random(11, 70_000);
    byte[] skippable = Bytes.join(Bytes.int32(0x184d2a50L), Bytes.int32(hidden.length), hidden);
    byte[] frame = Zstd.compress(CONTENT);
    Unpacked result = Unpacked.of(Bytes.join(frame, skippable, frame));
    assertEquals("", result.faults());
    assertEquals(List.of("[zstd]", "raw []", "[zstd]"), result.leaves);
    assertArrayEquals(hidden, result.contents.get(1));
  }

  @Test
  void zip64SizesAreReadFromTheExtraFieldAndTheWideDescriptor() {
    byte[] extra =
        Bytes.join(
            Bytes.of(1, 0, 16, 0),
            Bytes.int32(CONTENT.length),
            Bytes.int32(0),
            Bytes.int32(CONTENT.length),
            Bytes.int32(0));
    byte[] sized = Bytes.zipHeader("", 0, 0, Bytes.crc(CONTENT), 0xffff_ffffL, 0xffff_ffffL);
    sized[28] = (byte) extra.length;
    byte[] data = Bytes.deflate(CONTENT);
    byte[] described = Bytes.zipHeader("", 8, 8, 0, 0, 0);
    described[28] = (byte) extra.length;
    byte[] descriptor =
        Bytes.join(
            Bytes.of('P', 'K', 7, 8),
            Bytes.int32(Bytes.crc(CONTENT)),
            Bytes.int32(data.length),
            Bytes.int32(0),
            Bytes.int32(CONTENT.length),
            Bytes.int32(0));
    byte[] zip =
        Bytes.join(
            Bytes.join(sized, extra, CONTENT),
            Bytes.join(described, extra, data, descriptor),
            Bytes.zipEnd());
    Unpacked result = Unpacked.of(zip);
    assertEquals("", result.faults());
    assertEquals(TEXT, result.text(0));
    assertEquals(TEXT, result.text(1));
  }

  @Test
  void zstdFaultsStandWhereTheyAreMet() {
    byte[] big = Bytes.random(4, 300_000);
    byte[] frame = Zstd.compress(big);
    byte[] half = Bytes.cut(frame, 200_000);
    Unpacked cut = Unpacked.of(half);
    assertEquals("zstd-truncated@0:200000", cut.faults());
    assertEquals(List.of("[zstd]", "raw []"), cut.leaves);
    assertArrayEquals(Bytes.cut(big, 128 << 10), cut.contents.get(0));

    byte[] small = Zstd.compress(CONTENT);
    Unpacked trailing = Unpacked.of(Bytes.join(small, Bytes.utf8("garbage"), small));
    assertEquals("zstd-trailing-bytes@0:" + small.length, trailing.faults());
    assertEquals(List.of("[zstd]", "raw []", "[zstd]"), trailing.leaves);
    assertEquals("garbage", trailing.text(1));

    byte[] corrupt = frame.clone();
    int second = 9 + 3 + (128 << 10);
    corrupt[second] |= 6;
    Unpacked data = Unpacked.of(corrupt);
    assertEquals("zstd-data@0:" + second, data.faults());
    assertArrayEquals(Bytes.cut(big, 128 << 10), data.contents.get(0));
    assertEquals(frame.length - second, data.contents.get(1).length);
  }

  @Test
  void zstdWindowBeyondTheLimitIsRefused() {
    byte[] frame = Bytes.of(0x28, 0xb5, 0x2f, 0xfd, 0, 0xf8, 1, 0, 0);
    Unpacked result = Unpacked.of(frame);
    assertEquals("zstd-data@0:0", result.faults());
    assertArrayEquals(frame, result.contents.get(0));
  }

  @Test
  void framedSnappyIsReadAndItsFaultsStandAtTheirChunk() {
    byte[] big = Bytes.join(CONTENT, Bytes.random(5, 200_000));
    byte[] good = framed(big);
    assertArrayEquals(big, Unpacked.of(good).contents.get(0));
    assertEquals("", Unpacked.of(good).faults());

    Unpacked sum = Unpacked.of(Bytes.flip(good, 14));
    assertEquals("snappy-checksum@0:10", sum.faults());
    assertArrayEquals(big, sum.contents.get(0));

    Unpacked cut = Unpacked.of(Bytes.cut(good, good.length - 1));
    assertEquals("snappy-truncated@0:" + (good.length - 1), cut.faults());

    byte[] ok = Bytes.snappyChunk(0, CONTENT, block(CONTENT));
    byte[] bad = Bytes.snappyChunk(0, CONTENT, Bytes.of(10, 1, 200));
    byte[] lie = Bytes.snappyChunk(0, CONTENT, Bytes.of(10, 0, 'x'));
    Unpacked broken = Unpacked.of(Bytes.join(Bytes.snappyIdentifier(), bad, ok, lie, ok));
    assertEquals(
        "snappy-data@0:10, snappy-length@0:" + (10 + bad.length + ok.length), broken.faults());
    assertEquals(List.of("raw []", "[snappy-framed]", "raw []", "[snappy-framed]"), broken.leaves);
    assertEquals(TEXT, broken.text(3));
  }

  @Test
  void aSnappyBlockIsTakenForOneOnlyIfItDecodesExactly() {
    assertEquals(List.of("[snappy]"), Unpacked.of(block(CONTENT)).leaves);
    assertEquals(TEXT, Unpacked.of(block(CONTENT)).text(0));
    byte[] noise = Bytes.random(6, 10_000);
    assertArrayEquals(noise, Unpacked.of(block(noise)).contents.get(0));
    for (int seed = 0; seed < 2_000; seed++) {
      byte[] other = Bytes.random(seed, 40 + seed % 200);
      assertEquals(List.of("[]"), Unpacked.of(other).leaves, "seed " + seed);
    }
  }

  @Test
  void aSnappyBlockThatLiesAboutItsLengthIsReportedAndItsTextDelivered() {
    byte[] block = block(CONTENT);
    byte[] body = java.util.Arrays.copyOfRange(block, 2, block.length);
    for (long declared : new long[] {CONTENT.length + 1, CONTENT.length - 1, 1L << 31}) {
      Unpacked result = Unpacked.of(Bytes.join(Bytes.varint(declared), body));
      assertEquals("snappy-length@0:0", result.faults());
      assertEquals(List.of("[snappy]"), result.leaves);
      assertEquals(TEXT, result.text(0));
    }
  }

  @Test
  void aTruncatedSnappyBlockDeliversWhatDecodes() {
    byte[] block = block(CONTENT);
    byte[] half = Bytes.cut(block, 50);
    Unpacked result =
        Unpacked.of(
            Bytes.join(
                Bytes.varint(2000), Bytes.of(61 << 2, 0xff, 3), Bytes.utf8("a".repeat(500))));
    assertEquals("snappy-truncated@0:505", result.faults());
    assertEquals("a".repeat(500), result.text(0));
    assertTrue(Unpacked.of(half).contents.size() > 0);
  }

  @Test
  void theBlockDecoderAgreesWithTheReferenceOnDamagedBlocks() throws IOException {
    byte[] block = block(Bytes.join(CONTENT, Bytes.random(8, 3000), CONTENT));
    for (int i = 0; i < block.length; i++) {
      byte[] mutant = Bytes.flip(block, i);
      SnappyBlock ours = new SnappyBlock(mutant, 0, mutant.length, 1 << 20);
      boolean theirs = Snappy.isValidCompressedBuffer(mutant);
      assertEquals(theirs, ours.exact(), "byte " + i);
      if (theirs) {
        assertArrayEquals(
            Snappy.uncompress(mutant), ours.decode((int) ours.produced()), "byte " + i);
      }
    }
  }
}
