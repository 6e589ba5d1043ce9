package dev.telltale.jobs.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.erasure.store.ErasableStore;
import dev.telltale.jobs.erasure.store.StoredKey;
import dev.telltale.jobs.erasure.store.StoredVersion;
import dev.telltale.jobs.faults.FaultRule;
import dev.telltale.jobs.faults.WireFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store answers to a replacement or a deletion, and what is made of it. */
final class StoreAnswersTest {
  private static final String KEY = "logs/2026/04/30/10/object";
  private static final byte[] OLD = "old".getBytes(UTF_8);
  private static final byte[] NEW = "new".getBytes(UTF_8);

  private DrillBucket bucket;
  private ErasableStore store;

  @BeforeEach
  void putAnObject() throws Exception {
    bucket = new DrillBucket(true);
    bucket.put(KEY, OLD);
    store = ErasableStore.of(bucket.hadoop(), DrillBucket.EXPORT);
  }

  @AfterEach
  void stop() throws Exception {
    bucket.close();
  }

  @Test
  void aConflictIsTriedAgain() throws Exception {
    bucket.proxy().add(FaultRule.once("PUT", "/export/" + KEY, new WireFault.Status(409)));
    store.replace(KEY, current(), NEW);
    assertEquals(2, store.list(KEY).versions().size());
    bucket.proxy().add(FaultRule.once("DELETE", "/export/" + KEY, new WireFault.Status(409)));
    StoredVersion old =
        store.list(KEY).versions().stream()
            .filter(each -> !each.latest())
            .findFirst()
            .orElseThrow();
    assertTrue(store.delete(KEY, old));
    assertEquals(1, store.list(KEY).versions().size());
  }

  @Test
  void whatSomebodyElseWroteIsNotReplaced() throws Exception {
    StoredVersion seen = current();
    bucket.put(KEY, "another's".getBytes(UTF_8));
    ErasableStore.Refused refused =
        assertThrows(ErasableStore.Refused.class, () -> store.replace(KEY, seen, NEW));
    assertTrue(refused.reason().startsWith("it has changed since the plan"), refused.reason());
    assertEquals("another's".length(), current().size());
  }

  @Test
  void aRefusalSaysWhatMayBeBehindIt() throws Exception {
    bucket.proxy().add(FaultRule.always("DELETE", "/export/.*", new WireFault.Status(403)));
    ErasableStore.Refused refused =
        assertThrows(ErasableStore.Refused.class, () -> store.delete(KEY, current()));
    assertTrue(refused.reason().startsWith("access is denied"), refused.reason());
    bucket.proxy().clear();
    assertEquals(1, store.list(KEY).versions().size());
  }

  @Test
  void aVersionThatIsGoneIsGone() throws Exception {
    StoredVersion seen = current();
    assertTrue(store.delete(KEY, seen));
    assertFalse(store.delete(KEY, seen));
    assertFalse(store.isThere(KEY, seen.versionId()));
    assertEquals(StoredKey.NOTHING, store.list(KEY));
  }

  private StoredVersion current() throws Exception {
    return store.list(KEY).current();
  }
}
