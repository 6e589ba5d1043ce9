package dev.telltale.unpacking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.limit.Limits;
import dev.telltale.unpacking.layer.Container;
import dev.telltale.unpacking.layer.Layer;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.Part;
import dev.telltale.unpacking.layer.Source;
import dev.telltale.unpacking.layer.UnpackBudget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for each container, written by its reference writer. */
class EveryContainerTest {
  private static final byte[] A = text("a", 400);
  private static final byte[] B = Bytes.random(2, 300_000);
  private static final byte[] C = text("c", 3);

  private static byte[] text(String word, int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      text.append("{\"").append(word).append("\":").append(i * 7919).append("}\n");
    }
    return Bytes.utf8(text.toString());
  }

  @Test
  void isReadWholeAndWithoutAFault() {
    for (Packing packing : Packing.ALL) {
      Unpacked result = Unpacked.of(packing.object(A, B, C));
      assertEquals("", result.faults(), packing.name());
      assertArrayEquals(
          Bytes.join(A, B, C), Bytes.join(result.contents.toArray(new byte[0][])), packing.name());
      for (String leaf : result.leaves) {
        assertEquals("[" + packing.name() + "]", leaf);
      }
    }
  }

  @Test
  void isReadTheSameHoweverTheReadsFall() {
    for (Packing packing : Packing.ALL) {
      byte[] object = packing.object(A, B, C);
      Unpacked result = Unpacked.of(new Slices(object, 700, 5), object.length, Limits.defaults());
      assertArrayEquals(
          Bytes.join(A, B, C), Bytes.join(result.contents.toArray(new byte[0][])), packing.name());
    }
  }

  @Test
  void saysWhereItsPartsLieSoThatAPartAloneUnpacksAgain() {
    List<byte[]> objects = new ArrayList<>();
    for (Packing packing : Packing.ALL) {
      objects.add(packing.object(A, C));
      objects.add(Packing.named("gzip").object(packing.object(C, A)));
      objects.add(Packing.named("tar").object(packing.object(A), packing.object(C)));
      objects.add(Packing.named("zip").object(A, packing.object(C, A)));
    }
    objects.add(Bytes.gzip(Bytes.gzip(Bytes.gzip(A))));
    for (byte[] object : objects) {
      Unpacked result = Unpacked.of(object);
      int content = 0;
      for (Leaf leaf : result.all) {
        if (!leaf.header()) {
          byte[] bytes = object;
          for (Layer layer : leaf.layers()) {
            bytes = onlyPartOf(bytes, layer);
          }
          assertArrayEquals(result.contents.get(content++), bytes, leaf.toString());
        }
      }
      assertTrue(content > 0);
    }
  }

  private static byte[] onlyPartOf(byte[] stream, Layer layer) {
    int from = (int) layer.offset();
    byte[] cut = Arrays.copyOfRange(stream, from, from + (int) layer.length());
    Source in = new Source();
    in.open(new ByteArrayInputStream(cut));
    UnpackBudget budget = new UnpackBudget(Limits.defaults(), fault -> {}, in);
    byte[] only = null;
    try (Container container =
        Recognition.container(in, Limits.defaults(), new LayerFaults(budget, 0))) {
      assertEquals(layer.name(), container.name());
      for (Part part = container.next(); part != null; part = container.next()) {
        byte[] bytes = part.stream().readAllBytes();
        if (part.kind() == Part.Kind.UNPACKED) {
          assertEquals(null, only, "one part only");
          only = bytes;
        }
      }
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return only;
  }

  @Test
  void aPartThatIsBeingReadHasNoLengthYet() throws IOException {
    byte[] object = Packing.named("gzip").object(B);
    try (Unpacking unpacking =
        new Unpacking(
            new ByteArrayInputStream(object), object.length, Limits.defaults(), fault -> {})) {
      Leaf leaf = unpacking.next();
      assertEquals(List.of(new Layer("gzip", 0, -1)), leaf.layers());
      leaf.stream().readAllBytes();
      assertEquals(List.of(new Layer("gzip", 0, object.length)), leaf.layers());
    }
  }

  @Test
  void deliversWhatLiesBeforeACutAndNamesTheCut() {
    for (Packing packing : Packing.ALL) {
      byte[] object = packing.object(A, B);
      int first = packing.pack(A).length;
      Unpacked result = Unpacked.of(Bytes.cut(object, first + 150_000));
      assertTrue(result.faults().contains("-truncated@0:"), packing.name() + result.faults());
      byte[] all = Bytes.join(result.contents.toArray(new byte[0][]));
      assertArrayEquals(A, Bytes.cut(all, A.length), packing.name());
    }
  }

  @Test
  void aBrokenBlockOfBzip2CostsTheRestOfItsStreamAndNothingElse() {
    Packing bzip2 = Packing.named("bzip2");
    byte[] broken = bzip2.pack(B);
    int second = broken.length / 2;
    byte[] object = Bytes.join(bzip2.pack(A), Bytes.flip(broken, second), bzip2.pack(C));
    Unpacked result = Unpacked.of(object);
    assertEquals(List.of("[bzip2]", "raw []", "[bzip2]"), result.leaves);
    byte[] before = result.contents.get(0);
    assertArrayEquals(Bytes.join(A, Bytes.cut(B, 99_000)), Bytes.cut(before, A.length + 99_000));
    assertArrayEquals(C, result.contents.get(2));
    assertEquals(1, result.faults.size(), result.faults());
    Layer whole = result.all.get(0).layers().get(0);
    assertEquals(whole.length(), result.all.get(1).offset());
    assertEquals(
        object.length - bzip2.pack(C).length,
        result.all.get(1).offset() + result.contents.get(1).length);
  }
}
