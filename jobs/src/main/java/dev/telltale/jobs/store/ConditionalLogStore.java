package dev.telltale.jobs.store;

import io.delta.storage.S3SingleDriverLogStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Delta's log on S3 with entries that are created by conditional writes, so that of two drivers
 * that commit the same version one is refused, where Delta's own store may let the later overwrite
 * the earlier. Takes effect among writers that all use it: {@code
 * spark.delta.logStore.s3a.impl=dev.telltale.jobs.store.ConditionalLogStore}. Made by Delta through
 * reflection. Contract: https://docs.delta.io/delta-storage/
 */
public final class ConditionalLogStore extends S3SingleDriverLogStore {
  public ConditionalLogStore(Configuration hadoop) {
    super(hadoop);
  }

  /**
   * Writes one entry.
   *
   * @param overwrite true for what is no commit, such as the pointer to the last checkpoint
   * @throws FileAlreadyExistsException if another writer made that entry
   */
  @Override
  public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration hadoop)
      throws IOException {
    if (overwrite) {
      super.write(path, actions, true, hadoop);
      return;
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    while (actions.hasNext()) {
      lines.writeBytes(actions.next().getBytes(StandardCharsets.UTF_8));
      lines.write('\n');
    }
    if (!ConditionalObject.at(hadoop, path).create(lines.toByteArray())) {
      throw new FileAlreadyExistsException(path.toString());
    }
  }
}
