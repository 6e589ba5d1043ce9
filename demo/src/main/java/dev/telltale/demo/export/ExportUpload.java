package dev.telltale.demo.export;

import dev.telltale.demo.telemetry.ExportObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Puts generated objects into a bucket. Runs on the driver; holds a few objects in memory at a
 * time.
 */
public final class ExportUpload {
  private static final int THREADS = 4;
  private static final int MAX_WAITING = 2 * THREADS;

  private final FileSystem files;
  private final Path root;

  /**
   * Prepares an upload.
   *
   * @param files the file system of the bucket, open for as long as the upload runs
   * @param root the bucket or a folder in it
   */
  public ExportUpload(FileSystem files, Path root) {
    this.files = Objects.requireNonNull(files, "files");
    this.root = Objects.requireNonNull(root, "root");
  }

  /**
   * Uploads all objects.
   *
   * @return the stored bytes
   * @throws IOException if the store refused an object; others may have been put
   */
  public long run(Iterator<ExportObject> objects) throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    ExecutorCompletionService<Integer> puts = new ExecutorCompletionService<>(threads);
    try {
      int waiting = 0;
      long bytes = 0;
      while (objects.hasNext() || waiting > 0) {
        if (objects.hasNext() && waiting < MAX_WAITING) {
          ExportObject object = objects.next();
          puts.submit(() -> put(object));
          waiting++;
        } else {
          bytes += puts.take().get();
          waiting--;
        }
      }
      return bytes;
    } catch (ExecutionException failedPut) {
      if (failedPut.getCause() instanceof IOException refused) {
        throw new IOException("uploading to " + root, refused);
      }
      throw new IllegalStateException("uploading to " + root, failedPut.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private int put(ExportObject object) throws IOException {
    byte[] bytes = object.reveal();
    try (FSDataOutputStream out = files.create(new Path(root, object.key()), true)) {
      out.write(bytes);
    } catch (UncheckedIOException wrapped) {
      throw wrapped.getCause();
    }
    return bytes.length;
  }
}
