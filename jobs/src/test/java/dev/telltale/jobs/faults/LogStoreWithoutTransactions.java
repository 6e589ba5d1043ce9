package dev.telltale.jobs.faults;

import io.delta.storage.S3SingleDriverLogStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The mutant of the fault matrix: commits lose their transaction ids, so that a batch which is
 * written again is there twice. Only a driver that is given the test classes can have it.
 */
public final class LogStoreWithoutTransactions extends S3SingleDriverLogStore {
  public LogStoreWithoutTransactions(Configuration hadoop) {
    super(hadoop);
  }

  @Override
  public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration hadoop)
      throws IOException {
    List<String> kept = new ArrayList<>();
    while (actions.hasNext()) {
      String action = actions.next();
      if (!action.startsWith("{\"txn\":")) {
        kept.add(action);
      }
    }
    super.write(path, kept.iterator(), overwrite, hadoop);
  }
}
