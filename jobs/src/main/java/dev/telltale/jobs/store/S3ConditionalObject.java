package dev.telltale.jobs.store;

import static org.apache.hadoop.fs.Options.CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE;
import static org.apache.hadoop.fs.Options.CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE_ETAG;

import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.settings.UserMistake;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.s3a.AWSServiceIOException;
import org.apache.hadoop.fs.s3a.RemoteFileChangedException;

/** An object on S3; its tag is its etag. */
final class S3ConditionalObject extends ConditionalObject {
  private final FileSystem files;
  private final Path path;

  S3ConditionalObject(FileSystem files, Path path) {
    this.files = files;
    this.path = path;
  }

  @Override
  public Optional<ObjectVersion> read() throws IOException {
    IOException changed = new IOException("never read");
    for (int read = 0; read < RunLimits.MAX_CONDITIONAL_READS; read++) {
      try {
        FileStatus status = files.getFileStatus(path);
        try (InputStream in =
            FutureReads.await(files.openFile(path).withFileStatus(status).build())) {
          return Optional.of(new ObjectVersion(((EtagSource) status).getEtag(), in.readAllBytes()));
        }
      } catch (FileNotFoundException none) {
        return Optional.empty();
      } catch (RemoteFileChangedException between) {
        changed = between;
      }
    }
    throw changed;
  }

  @Override
  boolean write(String expected, byte[] content) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        put(expected, content);
        return true;
      } catch (IOException failed) {
        Optional<ObjectVersion> now = after(failed);
        if (now.isPresent() && now.get().holds(content)) {
          return true;
        }
        if (!Objects.equals(now.map(ObjectVersion::tag).orElse(null), expected)) {
          return false;
        }
        if (attempt == RunLimits.MAX_CONDITIONAL_WRITES || !isConflict(failed)) {
          throw failed;
        }
      }
    }
  }

  /**
   * The object itself shows what happened: an answer may have been lost, and the attempt that
   * follows it is then refused because of the first.
   */
  private Optional<ObjectVersion> after(IOException failed) throws IOException {
    try {
      return read();
    } catch (IOException again) {
      failed.addSuppressed(again);
      throw failed;
    }
  }

  /** Another write was under way and may have failed; S3 asks to try again, and s3a does not. */
  private static boolean isConflict(IOException failed) {
    return failed instanceof AWSServiceIOException answered && answered.statusCode() == 409;
  }

  private void put(String expected, byte[] content) throws IOException {
    if (!files.hasPathCapability(path, FS_OPTION_CREATE_CONDITIONAL_OVERWRITE)) {
      throw new UserMistake(
          "concurrent scans cannot be prevented on this store",
          "conditional writes are disabled",
          "set fs.s3a.create.conditional.enabled to true; Amazon S3 supports them in every region");
    }
    FSDataOutputStreamBuilder<?, ?> builder = files.createFile(path).overwrite(true).recursive();
    if (expected == null) {
      builder.must(FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
    } else {
      builder.must(FS_OPTION_CREATE_CONDITIONAL_OVERWRITE_ETAG, expected);
    }
    FSDataOutputStream out = builder.build();
    try {
      out.write(content);
    } catch (IOException failed) {
      // Closing it would upload what was written so far.
      out.abort();
      throw failed;
    }
    out.close();
  }
}
