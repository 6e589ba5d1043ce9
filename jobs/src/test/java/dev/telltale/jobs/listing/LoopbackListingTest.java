package dev.telltale.jobs.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.fault.FaultKind;
import dev.telltale.jobs.LoopbackStore;
import dev.telltale.jobs.store.ObjectReading;
import dev.telltale.jobs.store.S3Bucket;
import dev.telltale.scan.ObjectRef;
import dev.telltale.sql.ObjectRefSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LoopbackListingTest {
  private LoopbackStore store;
  private Configuration hadoop;

  @BeforeEach
  void start() throws Exception {
    FileSystem.closeAll();
    store = new LoopbackStore();
    hadoop = new Configuration();
    store.s3aSettings().forEach(hadoop::set);
    hadoop.set("fs.s3a.attempts.maximum", "1");
    hadoop.set("fs.s3a.retry.interval", "1ms");
    hadoop.set("fs.s3a.retry.throttle.interval", "1ms");
  }

  @AfterEach
  void stop() throws Exception {
    FileSystem.closeAll();
    store.close();
  }

  private List<ObjectRef> listed() throws IOException {
    Iterator<Row> rows =
        new BucketTree(S3Bucket.of(hadoop, "b"), false)
            .rows(new ListingUnit("b", "", ListingUnit.Reach.DEEP));
    List<ObjectRef> objects = new ArrayList<>();
    rows.forEachRemaining(row -> objects.add(ObjectRefSchema.ref(row)));
    return objects;
  }

  private String content(ObjectRef object) throws IOException {
    try (InputStream in = ObjectReading.open(hadoop, object)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void keysThatNoFileSystemCanNameAreListedAndRead() throws Exception {
    List<String> keys =
        List.of(
            "a//b",
            "//",
            "a/../b",
            "../c",
            "a/./b",
            "a/",
            "a/%2F",
            "a/+ +",
            "a/\u0001",
            "a/\uD83D\uDE00",
            "\uD83D\uDE00".repeat(256));
    for (String key : keys) {
      store.put(key, "content of " + key, null);
    }
    List<ObjectRef> listed = listed();
    assertEquals(new TreeSet<>(keys), new TreeSet<>(listed.stream().map(ObjectRef::key).toList()));
    for (ObjectRef object : listed) {
      assertEquals("content of " + object.key(), content(object));
    }
  }

  @Test
  void aBodyThatBreaksOffIsTakenUpWhereItStopped() throws Exception {
    String text = "0123456789".repeat(100_000);
    store.put("cut", text, null);
    ObjectRef object = listed().get(0);
    store.cutNext("cut", 3);
    assertEquals(text, content(object));
    List<String> ranges =
        store.requests().stream()
            .filter(request -> request.path().equals("/b/cut"))
            .map(request -> String.valueOf(request.header("range")))
            .toList();
    assertEquals(List.of("null", "bytes=500000-", "bytes=750000-", "bytes=875000-"), ranges);
  }

  @Test
  void aBodyThatAlwaysBreaksOffEndsInAFailure() throws Exception {
    store.put("cut", "0123456789".repeat(100_000), null);
    ObjectRef object = listed().get(0);
    store.cutNext("cut", Integer.MAX_VALUE);
    IOException failed = assertThrows(IOException.class, () -> content(object));
    assertEquals(FaultKind.READ_FAILED, ObjectReading.fault(failed));
    assertTrue(store.requests().size() < 20, "requests: " + store.requests().size());
  }

  @Test
  void throttledRequestsAreRepeated() throws Exception {
    store.put("slow", "text", null);
    store.failNext("", 503, "SlowDown", 7);
    ObjectRef object = listed().get(0);
    store.failNext("slow", 503, "SlowDown", 7);
    assertEquals("text", content(object));
  }

  @Test
  void refusalsOfOneObjectAreKeptApart() throws Exception {
    store.put("denied", "text", null);
    ObjectRef object = listed().get(0);
    store.failNext("denied", 403, "AccessDenied", 1);
    assertEquals(FaultKind.ACCESS_DENIED, fault(object));
    store.failNext("denied", 403, "InvalidObjectState", 1);
    assertEquals(FaultKind.STORAGE_CLASS, fault(object));
    store.failNext("denied", 404, "NoSuchKey", 1);
    assertEquals(FaultKind.OBJECT_GONE, fault(object));
    store.put("denied", "other", null);
    assertEquals(FaultKind.OBJECT_CHANGED, fault(object));
  }

  private FaultKind fault(ObjectRef object) {
    return ObjectReading.fault(assertThrows(IOException.class, () -> content(object)));
  }

  @Test
  void anArchivedObjectIsListedWithItsClassAndNotAskedFor() throws Exception {
    store.put("cold", "text", "DEEP_ARCHIVE");
    store.put("instant", "text", "GLACIER_IR");
    List<ObjectRef> listed = listed();
    assertEquals("DEEP_ARCHIVE", listed.get(0).storageClass());
    assertEquals(FaultKind.STORAGE_CLASS, fault(listed.get(0)));
    assertEquals("text", content(listed.get(1)));
    assertTrue(store.requests().stream().noneMatch(request -> request.path().endsWith("cold")));
  }

  @Test
  void oneObjectIsReadWithOneRequest() throws Exception {
    store.put("one", "text", null);
    ObjectRef object = listed().get(0);
    int before = store.requests().size();
    assertEquals("text", content(object));
    assertEquals(before + 1, store.requests().size());
  }

  @Test
  void whereTheRequesterPaysEveryRequestSaysSo() throws Exception {
    hadoop.set("fs.s3a.requester.pays.enabled", "true");
    store.put("paid", "text", null);
    assertEquals("text", content(listed().get(0)));
    assertTrue(store.requests().size() >= 2);
    for (LoopbackStore.Request request : store.requests()) {
      assertEquals("requester", request.header("x-amz-request-payer"), request.toString());
    }
  }
}
