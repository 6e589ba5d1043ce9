package dev.telltale.jobs.store;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Opens of a Hadoop file system, awaited with the failure that it met. */
final class FutureReads {
  private FutureReads() {}

  static <T> T await(CompletableFuture<T> opening) throws IOException {
    try {
      return opening.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException("opening failed", failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while opening", stopped);
    }
  }
}
