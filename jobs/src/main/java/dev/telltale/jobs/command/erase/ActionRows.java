package dev.telltale.jobs.command.erase;

import dev.telltale.jobs.actions.Action;
import dev.telltale.jobs.actions.ActionKind;
import dev.telltale.jobs.actions.ActionLedger;
import dev.telltale.jobs.actions.ActionResult;
import dev.telltale.jobs.command.LakeSettings;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.erasure.ErasurePlan;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.store.CallerIdentity;
import dev.telltale.jobs.tables.Lake;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** What an erasure writes into the ledger of actions. Driver. */
final class ActionRows {
  private final ActionLedger ledger;
  private final String who;

  private ActionRows(ActionLedger ledger, String who) {
    this.ledger = ledger;
    this.who = who;
  }

  static ActionRows of(SparkSession spark, Lake lake, Settings settings, Terminal terminal) {
    String who =
        CallerIdentity.of(
            spark.sparkContext().hadoopConfiguration(), settings.value(LakeSettings.LAKE));
    return new ActionRows(new ActionLedger(spark, lake, who, terminal.clock()), who);
  }

  /** Who acts. */
  String who() {
    return who;
  }

  ActionLedger ledger() {
    return ledger;
  }

  static Action action(
      ActionKind kind,
      ActionResult result,
      ErasurePlan plan,
      String hash,
      Map<String, String> more) {
    Action action = Action.of(kind, result, plan.cases()).ofPlan(hash);
    for (Map.Entry<String, String> each : more.entrySet()) {
      action = action.with(each.getKey(), each.getValue());
    }
    return action;
  }

  /** False where the lake may be read only, which is enough for a plan. */
  boolean tryAppend(
      ActionKind kind,
      ActionResult result,
      ErasurePlan plan,
      String hash,
      Map<String, String> more) {
    try {
      ledger.append(action(kind, result, plan, hash, more));
      return true;
    } catch (RuntimeException refused) {
      for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
        if (cause instanceof java.nio.file.AccessDeniedException
            || cause instanceof org.apache.hadoop.security.AccessControlException
            || cause instanceof java.io.FileNotFoundException) {
          return false;
        }
      }
      throw refused;
    }
  }
}
