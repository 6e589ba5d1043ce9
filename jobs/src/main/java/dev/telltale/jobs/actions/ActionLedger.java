package dev.telltale.jobs.actions;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.desc;

import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of actions of a lake: append-only, each row with the hash of the one before. Of two
 * programs that append at the same time one is first, and the other follows it: rows go in only
 * where nothing follows yet what they follow. Driver; thread-safe.
 */
public final class ActionLedger {
  private static final int MAX_PAUSE_MILLIS = 250;

  private final SparkSession spark;
  private final Lake lake;
  private final String who;
  private final Clock clock;

  /**
   * @param who acts, as {@code CallerIdentity} says
   */
  public ActionLedger(SparkSession spark, Lake lake, String who, Clock clock) {
    this.spark = spark;
    this.lake = lake;
    this.who = who;
    this.clock = clock;
  }

  /**
   * Writes one action down. To be called before what it is about can no longer be taken back, and
   * after.
   *
   * @return the hash of its row
   */
  public String append(Action action) {
    return append(List.of(action)).hash();
  }

  /**
   * Writes actions down, in their order, all of them or none.
   *
   * @return the head after them
   * @throws UserMistake if there is no lake, or others append without end
   */
  public ChainHead append(List<Action> actions) {
    lake.create(LakeTable.ACTIONS);
    for (int attempt = 0; attempt < RunLimits.MAX_LEDGER_ATTEMPTS; attempt++) {
      ChainHead head = head();
      if (actions.isEmpty()) {
        return head;
      }
      List<Row> rows = new ArrayList<>();
      ChainHead next = head;
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      for (Action action : actions) {
        LedgerRow row = LedgerRow.next(next.rows(), next.hash(), now, who, action);
        rows.add(LedgerRows.of(row, head.hash()));
        next = new ChainHead(next.rows() + 1, row.rowHash());
      }
      if (lake.appendAfter(
              LakeTable.ACTIONS,
              spark.createDataFrame(rows, LedgerRows.TYPE),
              "previous_hash",
              LedgerRows.BASE)
          && holds(next)) {
        return next;
      }
      pause();
    }
    throw new UserMistake(
        "the ledger of actions of the lake " + lake.root() + " could not be written",
        "other programs were faster "
            + RunLimits.MAX_LEDGER_ATTEMPTS
            + " times; nothing of this action is written down or done",
        "run this command again when the others have ended");
  }

  /** The end of the chain, as the table has it. */
  public ChainHead head() {
    List<Row> last =
        lake.read(LakeTable.ACTIONS)
            .select("sequence", "row_hash")
            .orderBy(desc("sequence"))
            .limit(1)
            .collectAsList();
    return last.isEmpty()
        ? ChainHead.EMPTY
        : new ChainHead(last.get(0).getLong(0) + 1, last.get(0).getString(1));
  }

  /**
   * Follows the whole chain, one row at a time.
   *
   * @param knownHeads row hashes that were the head once, from a packet or a certificate
   */
  public ChainCheck verify(Collection<String> knownHeads) {
    Iterator<Row> rows = rows().toLocalIterator();
    return ActionChain.check(
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return rows.hasNext();
          }

          @Override
          public @Nullable LedgerRow next() {
            return LedgerRows.read(rows.next());
          }
        },
        knownHeads);
  }

  /** The table in the order of the chain. */
  public Dataset<Row> rows() {
    return lake.read(LakeTable.ACTIONS).orderBy("sequence");
  }

  /** The row may be another program's that came in between. */
  private boolean holds(ChainHead written) {
    return !lake.read(LakeTable.ACTIONS)
        .where(
            col("sequence")
                .equalTo(written.rows() - 1)
                .and(col("row_hash").equalTo(written.hash())))
        .isEmpty();
  }

  private static void pause() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(MAX_PAUSE_MILLIS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing the ledger", stopped);
    }
  }
}
