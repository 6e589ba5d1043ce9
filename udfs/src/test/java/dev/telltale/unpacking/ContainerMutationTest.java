package dev.telltale.unpacking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.MutationCount;
import dev.telltale.limit.Limits;
import dev.telltale.unpacking.layer.Layer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Seeded damages of each container. */
class ContainerMutationTest {
  /** A share of them is promised to be recovered, which fewer cannot show. */
  private static final int CASES = Math.max(1_000, MutationCount.EACH);

  private static final int EXPANSION = 1_100;

  static List<String> containers() {
    return Packing.ALL.stream().map(Packing::name).toList();
  }

  private static byte[] part(Random random, String mark) {
    StringBuilder text = new StringBuilder(mark);
    for (int i = 20 + random.nextInt(20); i > 0; i--) {
      text.append("{\"user\":\"u").append(random.nextInt(1_000_000)).append("\",\"n\":1}\n");
    }
    return Bytes.utf8(text.toString());
  }

  @ParameterizedTest
  @MethodSource("containers")
  void aDamageCostsOnlyWhatItHitsAndEveryByteIsAnsweredFor(String name) {
    Packing packing = Packing.named(name);
    Random parts = new Random(name.hashCode());
    byte[][] contents = {part(parts, "first"), part(parts, "second"), part(parts, "third")};
    byte[][] packed = Arrays.stream(contents).map(packing::pack).toArray(byte[][]::new);
    byte[] good = packing.object(contents);
    int second = packed[0].length;
    int third = second + packed[1].length;
    int recoverable = 0;
    int recovered = 0;
    for (int seed = 0; seed < CASES; seed++) {
      String hint = name + " seed " + seed;
      Mutation mutation = Mutation.of(good, new Random(seed));
      byte[] mutant = mutation.bytes();
      Unpacked whole = Unpacked.of(mutant);
      byte[] all = Bytes.join(whole.contents.toArray(new byte[0][]));
      assertTrue(whole.all.size() <= mutant.length + 3, hint + " steps");
      assertTrue(all.length <= (mutant.length + 64) * EXPANSION, hint + " bytes");
      assertEquals(0, whole.unread, hint);
      if (mutation.from() >= second) {
        assertArrayEquals(contents[0], Bytes.cut(all, contents[0].length), hint + " first part");
      }
      if (mutation.from() >= third) {
        assertTrue(contains(all, contents[1]), hint + " second part");
      }
      if (mutation.from() > 16 && mutation.to() <= third - 16) {
        recoverable++;
        recovered += contains(all, contents[2]) ? 1 : 0;
      }
      accountFor(whole, mutant.length, packing, hint);
      if (seed % 10 == 0) {
        Unpacked split =
            Unpacked.of(new Slices(mutant, 50, seed), mutant.length, Limits.defaults());
        assertEquals(whole.leaves, split.leaves, hint);
        assertEquals(whole.faults, split.faults, hint);
      }
    }
    assertTrue(
        recovered * 100L >= recoverable * (long) packing.recovery(),
        name + " recovered " + recovered + " of " + recoverable);
  }

  private static boolean contains(byte[] bytes, byte[] part) {
    for (int i = 0; i + part.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }

  /** Each byte of the object lies in a part, in a raw leaf, or in structure of known size. */
  private static void accountFor(Unpacked result, int length, Packing packing, String hint) {
    boolean[] answered = new boolean[length + 1];
    for (int i = 0; i < result.all.size(); i++) {
      Leaf leaf = result.all.get(i);
      long from = leaf.offset();
      long to = from + result.sizes.get(i);
      if (leaf.layer() > 0) {
        Layer outer = leaf.layers().get(0);
        assertTrue(outer.length() >= 0, hint + " a part without end");
        from = outer.offset();
        to = from + outer.length();
      }
      assertTrue(to <= length, hint + " a part after the end");
      Arrays.fill(answered, (int) from, (int) to, true);
    }
    int open = 0;
    for (int i = 0; i < length; i++) {
      open += answered[i] ? 0 : 1;
    }
    int max = packing.structure() + 64;
    if (!result.faults.isEmpty()) {
      max += packing.hidden();
    }
    assertTrue(open <= max, hint + ": " + open + " bytes unanswered of " + length);
  }
}
