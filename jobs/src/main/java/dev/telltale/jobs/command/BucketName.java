package dev.telltale.jobs.command;

/** The bucket in a URI. */
final class BucketName {
  private static final String S3A = "s3a://";

  private BucketName() {}

  /**
   * Null if the URI names no bucket. What follows the bucket may be no URI at all: keys are free.
   */
  static String of(String uri) {
    if (!uri.startsWith(S3A)) {
      return null;
    }
    int slash = uri.indexOf('/', S3A.length());
    String bucket = uri.substring(S3A.length(), slash < 0 ? uri.length() : slash);
    return bucket.isEmpty() ? null : bucket;
  }
}
