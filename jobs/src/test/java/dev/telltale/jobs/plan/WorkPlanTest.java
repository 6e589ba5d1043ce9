package dev.telltale.jobs.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.scan.ObjectRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class WorkPlanTest {
  private static final long MIB = 1 << 20;

  @Test
  void manySmallObjectsShareATask() {
    List<ScanBatch> batches = WorkPlan.of(objects(1_000, 4_096), 64 * MIB, 1L << 40);
    assertEquals(1, batches.size());
    assertEquals(4, batches.get(0).tasks().size());
  }

  @Test
  void aHugeObjectStandsAlone() {
    List<PlannedObject> objects = new ArrayList<>(objects(3, 1_000));
    objects.add(1, planned(99, 5_000 * MIB));
    List<ScanTask> tasks = WorkPlan.of(objects, 64 * MIB, 1L << 40).get(0).tasks();
    assertEquals(3, tasks.size());
    assertEquals(1, tasks.get(1).objects().size());
    assertEquals(99, tasks.get(1).objects().get(0).ordinal());
  }

  @Test
  void batchesAreBoundedByBytes() {
    List<ScanBatch> batches = WorkPlan.of(objects(100, 10 * MIB), 64 * MIB, 200 * MIB);
    assertTrue(batches.size() > 4, "more than four batches of 200 MiB hold 1,000 MiB");
    for (ScanBatch batch : batches) {
      assertTrue(batch.bytes() <= 200 * MIB, "a batch of " + batch.bytes());
    }
  }

  @Test
  void everyObjectIsPlannedOnceWhateverTheSizes() {
    long seed = 20261123;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<PlannedObject> objects = new ArrayList<>();
      for (int number = 0; number < random.nextInt(300); number++) {
        objects.add(
            planned(
                number,
                random.nextInt(10) == 0 ? random.nextLong(1L << 32) : random.nextInt(1 << 20)));
      }
      List<PlannedObject> back =
          WorkPlan.of(objects, 1 + random.nextInt(1 << 27), 1 + random.nextLong(1L << 30)).stream()
              .flatMap(batch -> batch.tasks().stream())
              .flatMap(task -> task.objects().stream())
              .toList();
      assertEquals(objects, back, "seed " + seed + ", round " + round);
    }
  }

  private static List<PlannedObject> objects(int count, long size) {
    List<PlannedObject> objects = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      objects.add(planned(number, size));
    }
    return objects;
  }

  private static PlannedObject planned(int number, long size) {
    return new PlannedObject(
        number, new ObjectRef("b", "k" + number, null, "e", size, Instant.EPOCH));
  }
}
