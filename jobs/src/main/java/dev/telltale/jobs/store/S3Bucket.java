package dev.telltale.jobs.store;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.s3a.Constants;
import org.apache.hadoop.fs.s3a.Invoker;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import org.apache.hadoop.fs.s3a.S3ARetryPolicy;
import org.apache.hadoop.util.functional.CallableRaisingIOE;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A bucket as S3 has it, not as a file system would: every key can be named, whatever slashes and
 * dots are in it, and so can every version. The client is the one that s3a makes, so all settings
 * of {@code fs.s3a} hold: credentials, endpoint, region, requester pays, proxies, timeouts. Retries
 * and the meaning of failures are those of s3a too. Driver and tasks.
 */
public final class S3Bucket {
  private static final int MAX_PAGE = 1_000;

  private final String name;
  private final S3AFileSystem files;
  private final S3Client client;
  private final Invoker invoker;

  private S3Bucket(String name, S3AFileSystem files) {
    this.name = name;
    this.files = files;
    this.client = files.getS3AInternals().getAmazonS3Client("telltale");
    // The settings of the file system, for it has put those of the bucket over the general ones.
    this.invoker = new Invoker(new S3ARetryPolicy(files.getConf()), Invoker.NO_OP);
  }

  public static S3Bucket of(Configuration hadoop, String name) throws IOException {
    Path root = new Path("s3a://" + name + "/");
    FileSystem files = root.getFileSystem(hadoop);
    if (files instanceof S3AFileSystem s3a) {
      return new S3Bucket(name, s3a);
    }
    throw new IOException("s3a is not the file system that Hadoop brings");
  }

  public String name() {
    return name;
  }

  /** Entries of one page of a listing: as s3a asks for, and 1,000 at most, as S3 gives. */
  public int pageSize() {
    return Math.min(MAX_PAGE, files.getConf().getInt(Constants.MAX_PAGING_KEYS, MAX_PAGE));
  }

  /** One request to the store. */
  @FunctionalInterface
  public interface Request<T> {
    T to(S3Client client) throws IOException;
  }

  /**
   * Sends a request that may be repeated, as often as the settings allow.
   *
   * @throws IOException with s3a's classes for what went wrong: access denied, gone, changed
   */
  public <T> T ask(String operation, Request<T> request) throws IOException {
    CallableRaisingIOE<T> call = () -> request.to(client);
    return invoker.retry(operation, "s3a://" + name, true, call);
  }

  @Override
  public String toString() {
    return files.getUri().toString();
  }
}
