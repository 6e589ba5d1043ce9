package dev.telltale.unpacking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.luben.zstd.Zstd;
import dev.telltale.framing.Framed;
import dev.telltale.limit.Limits;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Seeded: the seed stands in every failure message. */
class HostileInputTest {
  private static final String ALPHABET = "{}[]\",:\\ \n\r\u001eab1-.te\0";

  private static byte[] sample(Random random) {
    StringBuilder text = new StringBuilder();
    int parts = random.nextInt(30);
    for (int i = 0; i < parts; i++) {
      switch (random.nextInt(8)) {
        case 0 -> text.append("plain text line ").append(i).append("\r\n");
        case 1 -> text.append("{\"k\":[1,2,{\"x\":\"ä€\\\"}\"}]}");
        case 2 -> text.append("{\n \"p\": {\n \"q\": null\n }\n}\n");
        case 3 ->
            text.append("{\"long\":\"").append("z".repeat(random.nextInt(120))).append("\"}\n");
        case 4 -> text.append("\n \n");
        case 5 -> text.append("[1,\n[2,\n");
        case 6 -> {
          for (int k = random.nextInt(20); k > 0; k--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
          }
        }
        default -> text.append("{\"a\":1}\n");
      }
    }
    return Bytes.utf8(text.toString());
  }

  @Test
  void anySplitIntoReadsGivesTheSameFrames() {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      byte[] bytes = sample(random);
      int overlap = random.nextInt(12);
      Limits limits =
          Framed.small(
              30 + random.nextInt(80),
              10 + random.nextInt(60),
              overlap + 1 + random.nextInt(50),
              overlap);
      boolean raw = random.nextInt(5) == 0;
      String hint = "seed " + seed;
      Framed whole = Framed.of(bytes, new ByteArrayInputStream(bytes), raw, limits, hint);
      int max = 1 + random.nextInt(9);
      Framed split = Framed.of(bytes, new Slices(bytes, max, seed), raw, limits, hint);
      assertEquals(whole.frames, split.frames, hint);
      assertEquals(whole.faults, split.faults, hint);
    }
  }

  private static byte[] mutate(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    int more = Math.min(bytes.length - at, 1 + random.nextInt(64));
    return switch (random.nextInt(3)) {
      case 0 -> Bytes.flip(bytes, at);
      case 1 -> Bytes.cut(bytes, at);
      default ->
          Bytes.join(Bytes.cut(bytes, at + more), Arrays.copyOfRange(bytes, at, bytes.length));
    };
  }

  @Test
  void mutantsOfEveryContainerNeverThrowAndAddUp() throws java.io.IOException {
    byte[] text = sample(new Random(7));
    byte[] noise = Bytes.random(9, 3_000);
    List<byte[]> good =
        List.of(
            Bytes.join(Bytes.gzip(text), Bytes.gzip(noise), Bytes.gzip(text)),
            Bytes.join(
                Bytes.zipStored("a", text), Bytes.zipDeflated("b", noise),
                Bytes.zipDescribed("c", text), Bytes.zipEnd()),
            Bytes.join(Zstd.compress(text), Zstd.compress(noise)),
            Bytes.join(
                Bytes.snappyIdentifier(),
                Bytes.snappyChunk(0, text, org.xerial.snappy.Snappy.compress(text)),
                Bytes.snappyChunk(1, noise, noise)),
            org.xerial.snappy.Snappy.compress(Bytes.join(text, noise)),
            Bytes.gzip(Bytes.zipStored("z", Zstd.compress(text))));
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      byte[] mutant = mutate(good.get((int) (seed % good.size())), random);
      String hint = "seed " + seed;
      Unpacked whole = Unpacked.of(mutant);
      Unpacked split = Unpacked.of(new Slices(mutant, 50, seed), mutant.length, Limits.defaults());
      assertEquals(whole.leaves, split.leaves, hint);
      assertEquals(whole.faults, split.faults, hint);
      assertEquals(0, whole.unread, hint);
      for (int i = 0; i < whole.contents.size(); i++) {
        byte[] content = whole.contents.get(i);
        assertEquals(Arrays.hashCode(content), Arrays.hashCode(split.contents.get(i)), hint);
        Framed.of(content, new ByteArrayInputStream(content), false, Limits.defaults(), hint);
      }
    }
  }
}
