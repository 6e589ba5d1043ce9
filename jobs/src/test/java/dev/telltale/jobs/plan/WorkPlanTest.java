package dev.telltale.jobs.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.scan.ObjectRef;
import dev.telltale.sql.ObjectRefSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

final class WorkPlanTest {
  private static final long MIB = 1 << 20;
  private static final int MANY = 1_000_000;

  @Test
  void manySmallObjectsShareATask() {
    List<ScanBatch> batches = plan(objects(1_000, 4_096), 64 * MIB, 1L << 40, MANY);
    assertEquals(1, batches.size());
    assertEquals(4, batches.get(0).tasks().size());
  }

  @Test
  void aHugeObjectStandsAlone() {
    List<Row> objects = new ArrayList<>(objects(3, 1_000));
    objects.add(1, listed(99, 5_000 * MIB));
    List<ScanTask> tasks = plan(objects, 64 * MIB, 1L << 40, MANY).get(0).tasks();
    assertEquals(3, tasks.size());
    assertEquals(1, tasks.get(1).objects().size());
    assertEquals("k99", tasks.get(1).objects().get(0).ref().key());
  }

  @Test
  void batchesAreBoundedByBytes() {
    List<ScanBatch> batches = plan(objects(100, 10 * MIB), 64 * MIB, 200 * MIB, MANY);
    assertEquals(5, batches.size());
    for (ScanBatch batch : batches) {
      assertTrue(bytes(batch) <= 200 * MIB, "a batch of " + bytes(batch));
    }
  }

  @Test
  void batchesAreBoundedByObjects() {
    List<ScanBatch> batches = plan(objects(1_001, 4_096), 64 * MIB, 1L << 40, 250);
    assertEquals(
        List.of(250L, 250L, 250L, 250L, 1L), batches.stream().map(ScanBatch::objects).toList());
  }

  @Test
  void everyObjectIsPlannedOnceWhateverTheSizes() {
    long seed = 20261123;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<Row> objects = new ArrayList<>();
      for (int number = 0; number < random.nextInt(300); number++) {
        objects.add(
            listed(
                number,
                random.nextInt(10) == 0 ? random.nextLong(1L << 32) : random.nextInt(1 << 20)));
      }
      List<PlannedObject> back =
          plan(
                  objects,
                  1 + random.nextInt(1 << 27),
                  1 + random.nextLong(1L << 30),
                  1 + random.nextInt(100))
              .stream()
              .flatMap(batch -> batch.tasks().stream())
              .flatMap(task -> task.objects().stream())
              .toList();
      for (int number = 0; number < back.size(); number++) {
        assertEquals(number, back.get(number).ordinal());
      }
      assertEquals(
          objects.stream().map(ObjectRefSchema::ref).toList(),
          back.stream().map(PlannedObject::ref).toList(),
          "seed " + seed + ", round " + round);
    }
  }

  /** The batches that the packed rows make. */
  private static List<ScanBatch> plan(
      List<Row> objects, long taskBytes, long batchBytes, int batchObjects) {
    Iterator<Row> packed =
        new WorkPlan(new BatchLimits(taskBytes, batchBytes, batchObjects)).pack(objects.iterator());
    List<List<Row>> batches = new ArrayList<>();
    while (packed.hasNext()) {
      Row row = packed.next();
      int batch = row.getInt(WorkPlan.BATCH);
      if (batch == batches.size()) {
        batches.add(new ArrayList<>());
      }
      batches.get(batch).add(row);
    }
    List<ScanBatch> plan = new ArrayList<>();
    for (List<Row> rows : batches) {
      plan.add(ScanBatch.of(plan.size(), rows));
    }
    return plan;
  }

  private static long bytes(ScanBatch batch) {
    return batch.tasks().stream()
        .flatMap(task -> task.objects().stream())
        .mapToLong(object -> object.ref().size())
        .sum();
  }

  private static List<Row> objects(int count, long size) {
    List<Row> objects = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      objects.add(listed(number, size));
    }
    return objects;
  }

  private static Row listed(int number, long size) {
    return ObjectRefSchema.of(new ObjectRef("b", "k" + number, null, "e", size, Instant.EPOCH));
  }
}
