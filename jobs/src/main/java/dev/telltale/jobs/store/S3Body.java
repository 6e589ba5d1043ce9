package dev.telltale.jobs.store;

import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.scan.ObjectRef;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * The stored bytes of one object version, from the first to the last: one request as long as
 * nothing breaks. A body that breaks off is taken up where it stopped. Every request is pinned to
 * the listed etag (RFC 9110, 13.1.1), so that bytes of two versions never mix. Not thread-safe.
 */
final class S3Body extends InputStream {
  private final S3Bucket bucket;
  private final ObjectRef ref;
  private ResponseInputStream<GetObjectResponse> body;
  private long position;
  private int breaks;

  /** Sends the first request, so that a refusal shows here. */
  S3Body(S3Bucket bucket, ObjectRef ref) throws IOException {
    this.bucket = bucket;
    this.ref = ref;
    this.body = request();
  }

  private ResponseInputStream<GetObjectResponse> request() throws IOException {
    GetObjectRequest.Builder get =
        GetObjectRequest.builder().bucket(ref.bucket()).key(ref.key()).versionId(ref.versionId());
    if (ref.etag().isEmpty()) {
      get.ifUnmodifiedSince(ref.lastModified());
    } else {
      get.ifMatch('"' + ref.etag() + '"');
    }
    if (position > 0) {
      get.range("bytes=" + position + "-");
    }
    GetObjectRequest request = get.build();
    ResponseInputStream<GetObjectResponse> answer =
        bucket.ask("read", client -> client.getObject(request));
    String range = answer.response().contentRange();
    if (position > 0 && (range == null || !range.startsWith("bytes " + position + "-"))) {
      answer.abort();
      throw new IOException("the store cannot continue a body where it broke off");
    }
    return answer;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (true) {
      if (body == null) {
        body = request();
      }
      try {
        int read = body.read(bytes, from, length);
        if (read > 0) {
          position += read;
          return read;
        }
        if (position >= ref.size() || ++breaks > RunLimits.MAX_BREAKS) {
          return -1;
        }
      } catch (IOException | SdkException broken) {
        if (++breaks > RunLimits.MAX_BREAKS) {
          throw broken instanceof IOException known
              ? known
              : new IOException("the body broke off", broken);
        }
      }
      abandon();
    }
  }

  /** Ends the connection where bytes are left in it: reading them only to close costs more. */
  private void abandon() {
    body.abort();
    body = null;
  }

  @Override
  public void close() throws IOException {
    if (body == null) {
      return;
    }
    if (position < ref.size()) {
      abandon();
    } else {
      body.close();
    }
  }
}
