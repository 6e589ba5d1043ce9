package dev.telltale.decoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.telltale.MutationCount;
import dev.telltale.limit.Limits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Streams of values of which one is damaged: nothing is thrown, no byte is left out, the values
 * before the damage are decoded as if there were none, and so are those after it, but for the next
 * one: it may be taken for a part of a value that lost its end.
 */
class DamagedStreamsTest {
  private static final int CASES = MutationCount.EACH;
  private static final List<Damage> DAMAGES = List.of(Damage.values());
  private static final int POOL = 40;
  private static final int VALUES = 6;

  private final FrameDecoder decoder = new FrameDecoder(Limits.defaults());

  /** A value and the records that it gives undamaged. */
  private record Sound(byte[] bytes, List<String> records) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cloudwatch-logs aws-event firehose-failed",
        "cloudtrail metric-stream-json emf aws-waf",
        "kubernetes kubernetes-audit",
        "otlp-json",
        "gitpod-log gitpod-audit gitpod-metrics",
        "segment json",
        "docker-json fluent-bit journald ecs"
      })
  void damageCostsTheValueThatItHitAndTheNextAtMost(String family) {
    List<Sound> pool = pool(family.split(" "));
    assertTimeoutPreemptively(
        Duration.ofMinutes(10),
        () -> {
          for (int seed = 0; seed < CASES; seed++) {
            tryOne(pool, new Random(seed), family + ", seed " + seed);
          }
        });
  }

  private List<Sound> pool(String[] formats) {
    List<Sound> pool = new ArrayList<>();
    for (int i = 0; i < POOL; i++) {
      GeneratedEvents events = new GeneratedEvents(new Random(i));
      byte[] bytes = events.event(formats[i % formats.length]).getBytes(StandardCharsets.UTF_8);
      pool.add(new Sound(bytes, DecodedObject.of(bytes, decoder).texts()));
    }
    return pool;
  }

  private void tryOne(List<Sound> pool, Random random, String which) {
    boolean lines = random.nextBoolean();
    int hit = 1 + random.nextInt(VALUES - 3);
    Damage damage = DAMAGES.get(random.nextInt(DAMAGES.size()));
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (int i = 0; i < VALUES; i++) {
      Sound sound = some(pool, i == 0, random);
      stream.writeBytes(i == hit ? damage.of(sound.bytes(), random) : sound.bytes());
      if (lines) {
        stream.write('\n');
      }
      if (i < hit) {
        before.addAll(sound.records());
      } else if (i > hit + 1) {
        after.addAll(sound.records());
      }
    }
    String what = which + ", " + damage + (lines ? " in lines" : " in a row");
    DecodedObject object = DecodedObject.of(stream.toByteArray(), decoder);
    object.records.forEach(DecodedObject::columns);
    List<String> records = object.texts();
    if (!object.transcoded) { // as text of another character set it has another length
      assertEquals(stream.size(), object.accounted, what);
    }
    assertFalse(records.size() < before.size() + after.size(), what);
    assertEquals(before, records.subList(0, before.size()), what);
    assertEquals(after, records.subList(records.size() - after.size(), records.size()), what);
  }

  /** A stream whose first value is an object stays JSON whatever bytes turn up in it. */
  private static Sound some(List<Sound> pool, boolean object, Random random) {
    Sound sound = pool.get(random.nextInt(pool.size()));
    while (object && sound.bytes()[0] != '{') {
      sound = pool.get(random.nextInt(pool.size()));
    }
    return sound;
  }
}
