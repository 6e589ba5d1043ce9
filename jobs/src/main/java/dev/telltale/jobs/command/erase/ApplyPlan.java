package dev.telltale.jobs.command.erase;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import dev.telltale.jobs.actions.ActedObject;
import dev.telltale.jobs.actions.Action;
import dev.telltale.jobs.actions.ActionKind;
import dev.telltale.jobs.actions.ActionLedger;
import dev.telltale.jobs.actions.ActionResult;
import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.Detection;
import dev.telltale.jobs.command.DetectionSettings;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.LakeSettings;
import dev.telltale.jobs.command.Sessions;
import dev.telltale.jobs.command.StoreSettings;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.erasure.ErasurePlan;
import dev.telltale.jobs.erasure.ErasureResult;
import dev.telltale.jobs.erasure.ErasureResult.Outcome;
import dev.telltale.jobs.erasure.PlanFile;
import dev.telltale.jobs.erasure.TargetDetection;
import dev.telltale.jobs.erasure.apply.ErasureJob;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeFolder;
import dev.telltale.jobs.terminal.ProgressLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** {@code telltale erase apply}. */
final class ApplyPlan implements Command {
  /** Rows of the ledger that are written together. */
  private static final int ROWS_TOGETHER = 10_000;

  private static final Setting<String> CONFIRM =
      Setting.option("confirm", ValueType.text("HASH"))
          .describedAs("The SHA-256 of the plan's file: what you approve.")
          .required()
          .one();

  @Override
  public Syntax syntax() {
    List<Setting<?>> settings =
        new ArrayList<>(List.of(PlanArgument.PLAN, CONFIRM, LakeSettings.LAKE));
    settings.addAll(DetectionSettings.all());
    settings.add(Settings.CONFIG);
    settings.addAll(StoreSettings.all());
    settings.add(LakeSettings.KMS_KEY);
    return Syntax.of(
        "apply",
        "carry out a plan: replace and delete objects, then purge the lake",
        "Destroys what the plan names, for good. May be cut off anywhere and called again: it then does the"
            + " rest. Rules and key have to be those of the scan.",
        settings);
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    PlanFile file =
        PlanFile.read(settings.value(PlanArgument.PLAN))
            .requireConfirmed(settings.value(CONFIRM))
            .requireLake(LakeSettings.root(settings));
    ErasurePlan plan = file.plan();
    StoreSettings.requireEncrypted(settings);
    LakeFolder.requireLake(settings.value(LakeSettings.LAKE));
    boolean rewrites = plan.figure("versions_rewrite") + plan.figure("versions_redact") > 0;
    @Nullable Detection atHand = rewrites ? DetectionSettings.atHand(settings, terminal) : null;
    if (atHand != null) {
      PlanArgument.requireKey(plan, atHand.key().id());
    }
    ProgressLine progress = terminal.progress();
    progress.step("starting Spark");
    SparkSession spark = Sessions.open("erase").newSession();
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    StoreSettings.apply(settings, PlanArgument.sources(plan), hadoop);
    LakeSettings.apply(settings, hadoop);
    @Nullable TargetDetection values = null;
    if (rewrites) {
      Detection detection =
          atHand == null ? DetectionSettings.of(settings, hadoop, terminal) : atHand;
      PlanArgument.requireKey(plan, detection.key().id());
      values =
          new TargetDetection(
              plan.targets(),
              detection.key(),
              detection.team(),
              settings.value(DetectionSettings.INCLUDE_EXAMPLES));
    }
    Lake lake = new Lake(spark, LakeSettings.root(settings));
    ActionLedger ledger = ActionRows.of(spark, lake, settings, terminal).ledger();
    ledger.append(
        ActionRows.action(
            ActionKind.ERASE, ActionResult.STARTED, plan, file.hash(), PlanText.details(plan)));
    ErasureJob.Applied applied =
        new ErasureJob(spark, lake, plan, values, progress::step, terminal.clock()).run();
    boolean whole = applied.count(Outcome.SURVIVED) == 0 && applied.lake().pending().isEmpty();
    record(ledger, file, applied, whole);
    terminal.out().print(AppliedText.of(applied, file.hash()));
    return whole ? ExitCode.DONE : ExitCode.BELOW;
  }

  /** What is known of an object from an earlier call is not written down again. */
  private static void record(
      ActionLedger ledger, PlanFile file, ErasureJob.Applied applied, boolean whole) {
    Set<List<String>> known = new HashSet<>();
    ledger
        .rows()
        .filter(
            col("plan_hash")
                .equalTo(file.hash())
                .and(expr("what = 'erase' AND result = 'done' AND object_key IS NOT NULL")))
        .selectExpr("bucket", "object_key", "coalesce(version_id, '')", "coalesce(etag, '')")
        .collectAsList()
        .forEach(
            (Row row) ->
                known.add(
                    List.of(
                        row.getString(0), row.getString(1), row.getString(2), row.getString(3))));
    List<Action> actions = new ArrayList<>();
    for (ErasureResult each : applied.results()) {
      String version = each.versionId() == null ? "" : each.versionId();
      if (each.survived() || known.add(List.of(each.bucket(), each.key(), version, each.etag()))) {
        actions.add(action(file, each));
      }
    }
    actions.add(
        ActionRows.action(
            ActionKind.ERASE,
            whole ? ActionResult.DONE : ActionResult.PARTIAL,
            file.plan(),
            file.hash(),
            totals(applied)));
    for (int from = 0; from < actions.size(); from += ROWS_TOGETHER) {
      ledger.append(actions.subList(from, Math.min(actions.size(), from + ROWS_TOGETHER)));
    }
  }

  private static Action action(PlanFile file, ErasureResult result) {
    Map<String, String> details = new TreeMap<>();
    details.put("kind", result.kind());
    details.put("outcome", result.outcome().name().toLowerCase(java.util.Locale.ROOT));
    if (!result.reason().isEmpty()) {
      details.put("reason", result.reason());
    }
    if (!result.newEtag().isEmpty()) {
      details.put("new_etag", result.newEtag());
      details.put("replaced_leaves", Long.toString(result.leaves()));
    }
    if (result.newVersionId() != null) {
      details.put("new_version_id", result.newVersionId());
    }
    return ActionRows.action(
            ActionKind.ERASE,
            result.survived() ? ActionResult.REFUSED : ActionResult.DONE,
            file.plan(),
            file.hash(),
            details)
        .on(new ActedObject(result.bucket(), result.key(), result.versionId(), result.etag()));
  }

  private static Map<String, String> totals(ErasureJob.Applied applied) {
    Map<String, String> totals = new TreeMap<>();
    for (Outcome outcome : Outcome.values()) {
      totals.put(
          outcome.name().toLowerCase(java.util.Locale.ROOT), Long.toString(applied.count(outcome)));
    }
    totals.put("lake_versions", Long.toString(applied.lake().versions()));
    totals.put("lake_files", Long.toString(applied.lake().files()));
    totals.put("lake_old_objects", Long.toString(applied.lake().oldObjects()));
    totals.put("pending", Integer.toString(applied.lake().pending().size()));
    return totals;
  }
}
