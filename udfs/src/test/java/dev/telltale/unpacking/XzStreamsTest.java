package dev.telltale.unpacking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.FilterOptions;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.X86Options;
import org.tukaani.xz.XZOutputStream;

class XzStreamsTest {
  private static final byte[] FIRST = text("first");
  private static final byte[] SECOND = text("second");
  private static final byte[] THIRD = text("third");

  private static byte[] text(String word) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      text.append(word).append(' ').append(i * 7_919).append('\n');
    }
    return Bytes.utf8(text.toString());
  }

  /** A stream of one block for each content. */
  private static byte[] stream(FilterOptions[] filters, byte[]... contents) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XZOutputStream xz = new XZOutputStream(out, filters)) {
      for (byte[] content : contents) {
        xz.write(content);
        xz.endBlock();
      }
    }
    return out.toByteArray();
  }

  private static byte[] stream(byte[]... contents) throws IOException {
    LZMA2Options options = new LZMA2Options(1);
    options.setDictSize(1 << 16);
    return stream(new FilterOptions[] {options}, contents);
  }

  @Test
  void blocksAndStreamsBackToBackAreOnePart() throws IOException {
    byte[] padding = new byte[8];
    Unpacked whole = Unpacked.of(Bytes.join(stream(FIRST, SECOND), padding, stream(THIRD)));
    assertEquals("", whole.faults());
    assertEquals(List.of("[xz]"), whole.leaves);
    assertArrayEquals(Bytes.join(FIRST, SECOND, THIRD), whole.contents.get(0));
  }

  @Test
  void filtersBeforeTheCompressionAreUndone() throws IOException {
    byte[] object = stream(new FilterOptions[] {new X86Options(), new LZMA2Options(1)}, FIRST);
    Unpacked whole = Unpacked.of(object);
    assertEquals("", whole.faults());
    assertArrayEquals(FIRST, whole.contents.get(0));
  }

  @Test
  void whatFollowsADamagedChunkIsRawUpToTheNextStream() throws IOException {
    byte[] damaged = stream(FIRST, SECOND);
    int intact = stream(FIRST).length;
    damaged[intact + 200] ^= 0x55;
    Unpacked read = Unpacked.of(Bytes.join(damaged, stream(THIRD)));
    assertEquals(List.of("[xz]", "raw []", "[xz]"), read.leaves);
    assertArrayEquals(FIRST, Bytes.cut(read.contents.get(0), FIRST.length));
    assertArrayEquals(THIRD, read.contents.get(2));
    assertEquals(1, read.faults.size(), read.faults());
  }

  @Test
  void aWrongChecksumOrIndexCostsNothingThatWasRead() throws IOException {
    byte[] sound = stream(FIRST);
    for (int fromEnd : new int[] {26, 14}) {
      byte[] damaged = sound.clone();
      damaged[damaged.length - fromEnd] ^= 1;
      Unpacked read = Unpacked.of(Bytes.join(damaged, stream(THIRD)));
      assertArrayEquals(FIRST, read.contents.get(0));
      assertArrayEquals(THIRD, read.contents.get(read.contents.size() - 1));
      assertTrue(read.faults().startsWith("xz-checksum@"), read.faults());
    }
  }

  @Test
  void aStreamThatIsCutKeepsItsChunks() throws IOException {
    byte[] sound = stream(FIRST, SECOND);
    Unpacked read = Unpacked.of(Bytes.cut(sound, stream(FIRST).length + 100));
    assertArrayEquals(FIRST, Bytes.cut(read.contents.get(0), FIRST.length));
    assertTrue(read.faults().startsWith("xz-truncated@"), read.faults());
  }
}
