package dev.telltale.jobs.scan;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Says to later attempts of a task which object it is reading, because an attempt that ends with
 * its executor cannot say what has ended it: an empty file for each object below {@code
 * _telltale/reading/RUN} of the lake. The first attempt of a task writes none.
 */
final class ReadingMarks implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String folder;

  ReadingMarks(String lake, String runId) {
    folder = new Path(lake, "_telltale/reading/" + runId).toString();
  }

  /**
   * For one attempt of a task, on its executor.
   *
   * @param number of the attempt, from 0
   */
  Attempt attempt(Configuration hadoop, int number) throws IOException {
    return new Attempt(number == 0 ? null : files(hadoop), new Path(folder));
  }

  /** Removes the marks of a run that is finished. Driver. */
  void forget(Configuration hadoop) throws IOException {
    files(hadoop).delete(new Path(folder), true);
  }

  private FileSystem files(Configuration hadoop) throws IOException {
    return new Path(folder).getFileSystem(hadoop);
  }

  /** The marks of one attempt. Used by one thread. */
  static final class Attempt {
    private final FileSystem files;
    private final Path folder;
    private final Set<String> left = new HashSet<>();

    private Attempt(FileSystem files, Path folder) throws IOException {
      this.files = files;
      this.folder = folder;
      if (files != null) {
        try {
          for (FileStatus mark : files.listStatus(folder)) {
            left.add(mark.getPath().getName());
          }
        } catch (FileNotFoundException noneYet) {
          files.mkdirs(folder);
        }
      }
    }

    /** Whether an earlier attempt ended while it was reading this object. */
    boolean endedAnEarlierOne(long ordinal) {
      return left.contains(Long.toString(ordinal));
    }

    void begin(long ordinal) throws IOException {
      if (files != null) {
        files.create(mark(ordinal), true).close();
      }
    }

    void end(long ordinal) throws IOException {
      if (files != null) {
        files.delete(mark(ordinal), false);
      }
    }

    private Path mark(long ordinal) {
      return new Path(folder, Long.toString(ordinal));
    }
  }
}
