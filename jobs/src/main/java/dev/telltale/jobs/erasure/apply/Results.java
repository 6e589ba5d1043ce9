package dev.telltale.jobs.erasure.apply;

import dev.telltale.jobs.erasure.ErasureResult;
import dev.telltale.jobs.erasure.ErasureResult.Outcome;
import dev.telltale.jobs.erasure.PlannedKey;
import dev.telltale.jobs.erasure.PlannedUpload;
import dev.telltale.jobs.erasure.PlannedVersion;
import dev.telltale.jobs.erasure.store.StoredVersion;

/** What became of something, as a row. */
final class Results {
  private static final String VERSION = "version";

  private Results() {}

  static ErasureResult erased(PlannedKey key, PlannedVersion version) {
    return of(key, version, Outcome.ERASED, "");
  }

  static ErasureResult gone(PlannedKey key, PlannedVersion version, String reason) {
    return of(key, version, Outcome.GONE, reason);
  }

  static ErasureResult survived(PlannedKey key, PlannedVersion version, String reason) {
    return of(key, version, Outcome.SURVIVED, reason);
  }

  static ErasureResult replaced(
      PlannedKey key, PlannedVersion version, StoredVersion fresh, long leaves) {
    return new ErasureResult(
        key.bucket(),
        key.key(),
        VERSION,
        version.versionId(),
        version.etag(),
        Outcome.ERASED,
        "",
        fresh.versionId(),
        fresh.etag(),
        leaves);
  }

  static ErasureResult marker(PlannedKey key, String id, Outcome outcome, String reason) {
    return new ErasureResult(
        key.bucket(), key.key(), "marker", id, "", outcome, reason, null, "", 0);
  }

  static ErasureResult upload(PlannedUpload upload, Outcome outcome, String reason) {
    return new ErasureResult(
        upload.bucket(),
        upload.key(),
        "upload",
        upload.uploadId(),
        "",
        outcome,
        reason,
        null,
        "",
        0);
  }

  private static ErasureResult of(
      PlannedKey key, PlannedVersion version, Outcome outcome, String reason) {
    return new ErasureResult(
        key.bucket(),
        key.key(),
        VERSION,
        version.versionId(),
        version.etag(),
        outcome,
        reason,
        null,
        "",
        0);
  }
}
