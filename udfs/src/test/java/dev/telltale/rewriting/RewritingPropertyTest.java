package dev.telltale.rewriting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.decoding.DecodedObject;
import dev.telltale.decoding.FrameDecoder;
import dev.telltale.limit.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A random leaf of a random format in random containers: what was rewritten decodes to the same
 * records but for that leaf.
 */
class RewritingPropertyTest {
  private static final int CASES = Integer.getInteger("telltale.rewriting.cases", 250);
  private static final long FIRST = Long.getLong("telltale.rewriting.seed", 1);

  @Test
  void anyLeafOfAnyFormatIsReplacedAndNothingElse() {
    List<String> failures = new ArrayList<>();
    Map<String, Integer> outcomes = new TreeMap<>();
    for (long seed = FIRST; seed < FIRST + CASES; seed++) {
      PlantedObject object = new PlantedObject(seed);
      RewrittenObject rewritten = RewrittenObject.without(object.bytes(), object.value());
      if (rewritten.obstacle() == null) {
        outcomes.merge("rewritten", 1, Integer::sum);
        String difference = difference(object, rewritten.bytes());
        if (difference != null) {
          failures.add("seed " + seed + ": " + object + difference);
        }
      } else {
        outcomes.merge(rewritten.obstacle().label(), 1, Integer::sum);
        if (rewritten.obstacle() != Obstacle.NO_TARGET) {
          failures.add(rewritten.obstacle() + " seed " + seed + ": " + object);
        }
      }
    }
    assertEquals("", String.join("\n", failures));
    assertTrue(outcomes.get("rewritten") > CASES * 3 / 4, outcomes::toString);
  }

  /** Damage of every kind: it is rewritten and verified, or left as it is. */
  @Test
  void damagedObjectsAreRewrittenOrLeftAlone() {
    List<String> failures = new ArrayList<>();
    for (long seed = FIRST; seed < FIRST + CASES / 2; seed++) {
      PlantedObject object = new PlantedObject(seed);
      byte[] damaged = object.bytes().clone();
      Random random = new Random(seed);
      for (int i = 0; i <= random.nextInt(3); i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      if (random.nextInt(4) == 0) {
        damaged = Arrays.copyOf(damaged, 1 + random.nextInt(damaged.length));
      }
      RewrittenObject rewritten = RewrittenObject.without(damaged, object.value());
      if (rewritten.obstacle() == Obstacle.FAILED) {
        failures.add("seed " + seed + ": " + object);
      } else if (rewritten.obstacle() == null) {
        Obstacle again = RewrittenObject.without(rewritten.bytes(), object.value()).obstacle();
        if (again != Obstacle.NO_TARGET) {
          failures.add("seed " + seed + ": " + object + " is not done, but " + again);
        }
      }
    }
    assertEquals("", String.join("\n", failures));
  }

  /** Null where the records are the same, with the marker or, among others, with the shape. */
  private static String difference(PlantedObject object, byte[] now) {
    String difference = difference(object, "telltale-erased", decoded(now));
    return difference != null && object.isMixed()
        ? difference(object, shape(object.value()), decoded(now))
        : difference;
  }

  private static String shape(String address) {
    StringBuilder shape = new StringBuilder();
    address.chars().forEach(c -> shape.append(c == '@' ? '-' : c == '.' ? '.' : 'x'));
    return shape.toString();
  }

  private static String difference(PlantedObject object, String replacement, List<String> after) {
    List<String> before = decoded(object.bytes());
    // In front of the address is more of a word there: it is another one.
    String longer = "a.b/c." + object.value();
    before.replaceAll(
        text ->
            text.replace(longer, "longer")
                .replace(object.value(), replacement)
                .replace("longer", longer));
    if (before.size() != after.size()) {
      return " has " + after.size() + " records instead of " + before.size();
    }
    for (int i = 0; i < before.size(); i++) {
      boolean raw = before.get(i).startsWith("binary ") && before.get(i).contains("\"b\":");
      if (!raw && !before.get(i).equals(after.get(i))) {
        return "\n  is " + after.get(i) + "\n  not " + before.get(i);
      }
    }
    return null;
  }

  private static List<String> decoded(byte[] bytes) {
    return new ArrayList<>(DecodedObject.of(bytes, new FrameDecoder(Limits.defaults())).texts());
  }
}
