package dev.telltale.jobs.command.report.export;

import dev.telltale.jobs.store.ObjectPath;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A finding as it is exported.
 *
 * @param objectKey masked where it holds something sensitive itself
 * @param versionId empty where there is none
 * @param exported null where the object has no time
 * @param deliveries objects that hold the same bytes, this one included
 */
public record ExportedFinding(
    String id,
    String rule,
    String category,
    String severity,
    double confidence,
    String fingerprint,
    String masked,
    String bucket,
    String objectKey,
    String versionId,
    String etag,
    long recordIndex,
    String fieldPath,
    String telemetryType,
    String emitter,
    @Nullable Instant exported,
    Instant detected,
    int deliveries) {

  boolean isInBucket() {
    return !ObjectPath.isLocal(bucket);
  }

  /** The object as an absolute URI, with what a URI cannot hold percent-encoded. */
  String uri() {
    try {
      return isInBucket()
          ? new URI("s3", bucket, "/" + objectKey, null).toASCIIString()
          : new URI("file", "", ObjectPath.shown(bucket, objectKey), null).toASCIIString();
    } catch (URISyntaxException notAHost) {
      throw new IllegalStateException("the address of an object makes no URI");
    }
  }

  /** Where in the object. */
  String place() {
    return recordIndex < 0
        ? "in the key of the object"
        : "record " + recordIndex + ", " + fieldPath;
  }
}
