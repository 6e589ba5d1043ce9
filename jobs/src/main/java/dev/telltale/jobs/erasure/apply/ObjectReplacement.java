package dev.telltale.jobs.erasure.apply;

import dev.telltale.jobs.erasure.ErasureResult;
import dev.telltale.jobs.erasure.PlannedKey;
import dev.telltale.jobs.erasure.PlannedVersion;
import dev.telltale.jobs.erasure.TargetDetection;
import dev.telltale.jobs.erasure.store.Answer;
import dev.telltale.jobs.erasure.store.ErasableStore;
import dev.telltale.jobs.erasure.store.StoredKey;
import dev.telltale.jobs.erasure.store.StoredVersion;
import dev.telltale.jobs.store.ObjectReading;
import dev.telltale.rewriting.NotRewritable;
import dev.telltale.rewriting.Obstacle;
import dev.telltale.rewriting.Rewriter;
import dev.telltale.rewriting.Rewriting;
import dev.telltale.rewriting.Rewritten;
import dev.telltale.scan.ObjectRef;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Puts an object without the values in the place of one with them. The old version goes only after
 * the new one was read back and is, byte for byte, what was verified before it was written. A call
 * that was cut off in between is taken up: the same object, rewritten again, gives the same bytes,
 * by which its new version is known. Runs in a task; not thread-safe.
 */
final class ObjectReplacement implements AutoCloseable {
  private final Configuration hadoop;
  private final @Nullable TargetDetection values;
  private @Nullable Rewriter rewriter;

  /**
   * @param values null where a plan rewrites nothing
   */
  ObjectReplacement(Configuration hadoop, @Nullable TargetDetection values) {
    this.hadoop = hadoop;
    this.values = values;
  }

  ErasureResult replace(ErasableStore store, PlannedKey key, PlannedVersion version) {
    try {
      StoredKey stored = store.list(key.key());
      StoredVersion there = stored.at(version.versionId(), version.etag());
      StoredVersion current = stored.current();
      if (there == null) {
        return withoutOld(key, version, current);
      }
      Rewriting rewriting = rewritten(key, there);
      if (!(rewriting instanceof Rewritten fresh)) {
        return Results.survived(key, version, ((NotRewritable) rewriting).obstacle().text());
      }
      if (there.latest()) {
        write(store, key, there, fresh);
      }
      return withNew(store, key, version, fresh);
    } catch (ErasableStore.Refused refused) {
      return Results.survived(key, version, refused.reason());
    } catch (IOException failed) {
      return Results.survived(key, version, "the store answered with " + Answer.code(failed));
    }
  }

  /** An answer that was lost looks like a change by somebody else: what is there decides. */
  private static void write(
      ErasableStore store, PlannedKey key, StoredVersion there, Rewritten fresh)
      throws IOException {
    try {
      store.replace(key.key(), there, fresh.reveal());
    } catch (ErasableStore.Refused refused) {
      StoredVersion now = store.list(key.key()).current();
      if (now == null || now.size() != fresh.size() || now.etag().equals(there.etag())) {
        throw refused;
      }
    }
  }

  private ErasureResult withNew(
      ErasableStore store, PlannedKey key, PlannedVersion version, Rewritten fresh)
      throws IOException {
    StoredKey stored = store.list(key.key());
    StoredVersion now = stored.current();
    if (now == null
        || now.size() != fresh.size()
        || !sha256(key, now).equals(fresh.proof().newSha256())) {
      return Results.survived(
          key,
          version,
          "what stands above it is not what was to take its place: scan it and make a new plan");
    }
    StoredVersion old = stored.at(version.versionId(), version.etag());
    if (old != null && !old.latest()) {
      store.delete(key.key(), old);
    }
    return Results.replaced(key, version, now, fresh.replaced().size());
  }

  /** The version that was to be replaced is not there: by an earlier call, or by its owner. */
  private ErasureResult withoutOld(
      PlannedKey key, PlannedVersion version, @Nullable StoredVersion current) throws IOException {
    if (current == null) {
      return Results.gone(key, version, "nothing is under its key");
    }
    Rewriting now = rewritten(key, current);
    return now instanceof NotRewritable none && none.obstacle() == Obstacle.NO_TARGET
        ? Results.gone(key, version, "it was replaced, and what is there holds none of the values")
        : Results.survived(
            key, version, "it has changed since the plan: scan it again and make a new plan");
  }

  private Rewriting rewritten(PlannedKey key, StoredVersion version) throws IOException {
    if (values == null) {
      throw new IllegalStateException("a plan that rewrites comes with its values");
    }
    if (rewriter == null) {
      rewriter = values.rewriter();
    }
    ObjectRef ref = ref(key, version);
    return rewriter.rewrite(
        ref, () -> ObjectReading.open(hadoop, ref), row -> values.isTarget(row.finding()));
  }

  private String sha256(PlannedKey key, StoredVersion version) throws IOException {
    try (InputStream in = ObjectReading.open(hadoop, ref(key, version));
        DigestInputStream digested =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digested.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every Java", impossible);
    }
  }

  private static ObjectRef ref(PlannedKey key, StoredVersion version) {
    return new ObjectRef(
        key.bucket(),
        key.key(),
        version.versionId(),
        version.etag(),
        version.size(),
        version.lastModified(),
        dev.telltale.scan.VersionState.CURRENT,
        version.storageClass());
  }

  @Override
  public void close() {
    if (rewriter != null) {
      rewriter.close();
    }
  }
}
