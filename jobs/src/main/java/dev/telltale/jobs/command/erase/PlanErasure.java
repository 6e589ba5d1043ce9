package dev.telltale.jobs.command.erase;

import dev.telltale.jobs.actions.ActionKind;
import dev.telltale.jobs.actions.ActionResult;
import dev.telltale.jobs.cases.Cases;
import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.DownstreamFile;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.LakeSettings;
import dev.telltale.jobs.command.Sessions;
import dev.telltale.jobs.command.StoreSettings;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.erasure.ErasurePlan;
import dev.telltale.jobs.erasure.OwnerScript;
import dev.telltale.jobs.erasure.PlanFile;
import dev.telltale.jobs.erasure.plan.ErasurePlanning;
import dev.telltale.jobs.erasure.plan.Selection;
import dev.telltale.jobs.settings.PointInTime;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.tables.DownstreamCopy;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeFolder;
import dev.telltale.jobs.terminal.ProgressLine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** {@code telltale erase plan}. */
final class PlanErasure implements Command {
  private static final Setting<List<String>> CASE =
      Setting.option("case", ValueType.text("ID"))
          .describedAs("Erase the values of this case, everywhere. May be given several times.")
          .many();
  private static final Setting<List<String>> FINGERPRINT =
      Setting.option("fingerprint", ValueType.text("HEX"))
          .describedAs(
              "Erase the value with this fingerprint, everywhere. May be given several times.")
          .many();
  private static final Setting<String> FINGERPRINTS =
      Setting.option("fingerprints", ValueType.FILE)
          .describedAs("The same for a file with one fingerprint on each line.")
          .one();
  private static final Setting<String> SUBJECT =
      Setting.option("subject-digests", ValueType.FILE)
          .describedAs("Erase a person's own values; telltale erase digest makes the file.")
          .one();
  private static final Setting<List<String>> FINDING =
      Setting.option("finding", ValueType.text("ID"))
          .describedAs(
              "Erase what this finding found, in its object alone. May be given several times.")
          .many();
  private static final Setting<String> TYPE =
      Setting.option("telemetry-type", ValueType.text("TYPE"))
          .describedAs(
              "Only objects of this type, such as logs; without any values, erase them whole.")
          .one();
  private static final Setting<PointInTime> FROM =
      Setting.option("from", ValueType.TIME)
          .describedAs("Only what was exported at that time or later; without any values, whole.")
          .one();
  private static final Setting<PointInTime> TO =
      Setting.option("to", ValueType.TIME)
          .describedAs("Only what was exported before that time; without any values, whole.")
          .one();
  private static final Setting<Boolean> ALL =
      Setting.option("all", ValueType.SWITCH)
          .describedAs("Erase every object that the lake knows.")
          .standard(false)
          .one();
  private static final Setting<Double> MAX_COLLATERAL =
      Setting.option("max-collateral", ValueType.FRACTION)
          .describedAs(
              "Share of records without a value up to which an object that cannot be rewritten is"
                  + " deleted; above it the plan leaves it and says so.")
          .standard(1.0)
          .one();
  private static final Setting<Duration> UPLOADS =
      Setting.option("uploads-older-than", ValueType.DURATION)
          .describedAs("Unfinished uploads beside the planned objects are ended if they are older.")
          .standard(Duration.ofDays(1))
          .one();
  private static final Setting<Boolean> OFFLINE =
      Setting.option("offline", ValueType.SWITCH)
          .describedAs("Ask nobody but the lake: old versions and locks are then not known.")
          .standard(false)
          .one();
  private static final Setting<String> OUT =
      Setting.option("out", ValueType.FILE)
          .describedAs("The plan's file; one that is there is not overwritten.")
          .required()
          .one();
  private static final Setting<String> SCRIPT =
      Setting.option("script", ValueType.FILE)
          .describedAs("Also write the deletions as a shell script for the AWS CLI.")
          .one();

  @Override
  public Syntax syntax() {
    List<Setting<?>> settings =
        new ArrayList<>(
            List.of(
                LakeSettings.LAKE,
                OUT,
                SCRIPT,
                CASE,
                FINGERPRINT,
                FINGERPRINTS,
                SUBJECT,
                FINDING,
                TYPE,
                FROM,
                TO,
                ALL,
                MAX_COLLATERAL,
                UPLOADS,
                OFFLINE,
                DownstreamFile.SETTING));
    settings.addAll(StoreSettings.all());
    settings.add(Settings.CONFIG);
    return Syntax.of(
        "plan",
        "say what would go, what cannot, and whom to ask; changes nothing",
        "Reads the lake and lists the store, but reads no object. The file is the plan that erase apply"
            + " carries out: its hash, the SHA-256 of the file, is the approval. docs/erasure.md explains"
            + " it.",
        settings);
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    NewFile out = NewFile.at("--out", settings.value(OUT));
    String script = settings.value(SCRIPT);
    @Nullable NewFile commands = script == null ? null : NewFile.at("--script", script);
    Cases.requireIds(settings.value(CASE));
    Selection selection = selection(settings, terminal.clock().instant());
    StoreSettings.requireEncrypted(settings);
    LakeFolder.requireLake(settings.value(LakeSettings.LAKE));
    List<DownstreamCopy> downstream = DownstreamFile.read(settings);
    ProgressLine progress = terminal.progress();
    progress.step("starting Spark");
    SparkSession spark = Sessions.open("erase").newSession();
    StoreSettings.apply(settings, List.of(), spark.sparkContext().hadoopConfiguration());
    Lake lake = new Lake(spark, LakeSettings.root(settings));
    ErasurePlan plan =
        new ErasurePlanning(spark, lake, selection, downstream, progress::step, terminal.clock())
            .plan();
    byte[] bytes = PlanFile.bytes(plan);
    out.write(bytes);
    String hash = PlanFile.hash(bytes);
    if (commands != null) {
      commands.write(script(plan, hash).getBytes(StandardCharsets.UTF_8));
    }
    Map<String, String> details = PlanText.details(plan);
    details.putAll(new Cases(spark, lake).fields(plan.cases()));
    boolean written =
        ActionRows.of(spark, lake, settings, terminal)
            .tryAppend(ActionKind.PLAN, ActionResult.DONE, plan, hash, details);
    terminal.out().print(PlanText.of(plan, hash, out.toString()));
    if (!written) {
      terminal
          .err()
          .println(
              "note: the ledger of actions was not written: this identity may not write the lake");
    }
    return ExitCode.DONE;
  }

  private static String script(ErasurePlan plan, String hash) {
    return "#!/bin/sh\n# The deletions of the erasure plan "
        + hash
        + ".\n# What the plan rewrites is not in it. Errors of single versions are in the answers.\nset -u\n"
        + String.join("\n", OwnerScript.of(plan.keys(), plan.uploads()))
        + "\n";
  }

  private static Selection selection(Settings settings, Instant now) {
    List<String> fingerprints =
        new ArrayList<>(FingerprintList.checked(settings.value(FINGERPRINT)));
    for (Setting<String> file : List.of(FINGERPRINTS, SUBJECT)) {
      String name = settings.value(file);
      if (name != null) {
        fingerprints.addAll(FingerprintList.read("--" + file.name(), name));
      }
    }
    @Nullable PointInTime from = settings.value(FROM);
    @Nullable PointInTime to = settings.value(TO);
    @Nullable String type = settings.value(TYPE);
    boolean all = settings.value(ALL);
    boolean values =
        !fingerprints.isEmpty()
            || !settings.value(CASE).isEmpty()
            || !settings.value(FINDING).isEmpty();
    boolean narrowed = type != null || from != null || to != null;
    if (!values && !narrowed && !all) {
      throw new UserMistake(
          "erase plan is not told what to erase",
          "no case, fingerprint, finding, telemetry type or time is named",
          "add --case ID, --fingerprint HEX, --finding ID, --telemetry-type TYPE, --from, --to, or --all");
    }
    if (!settings.value(FINDING).isEmpty()
        && (!fingerprints.isEmpty() || !settings.value(CASE).isEmpty())) {
      throw new UserMistake(
          "--finding is given together with a case or a fingerprint",
          "a finding names one place, the others name values at all of theirs",
          "make a plan for each");
    }
    if (all && (values || narrowed)) {
      throw new UserMistake(
          "--all is given together with what would narrow it",
          "it names every object of the lake",
          "leave one of the two out");
    }
    if (from != null && to != null && !from.at(now).isBefore(to.at(now))) {
      throw new UserMistake(
          "--from is not before --to",
          "no time is between them",
          "exchange the two, or correct one");
    }
    return new Selection(
        settings.value(CASE),
        fingerprints,
        settings.value(FINDING),
        type,
        from == null ? null : from.at(now),
        to == null ? null : to.at(now),
        all,
        settings.value(MAX_COLLATERAL),
        !settings.value(OFFLINE),
        settings.value(UPLOADS));
  }
}
