package dev.telltale.jobs.command.erase;

import static org.apache.spark.sql.functions.col;

import dev.telltale.jobs.actions.ActionKind;
import dev.telltale.jobs.actions.ActionLedger;
import dev.telltale.jobs.actions.ActionResult;
import dev.telltale.jobs.actions.ChainHead;
import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.Detection;
import dev.telltale.jobs.command.DetectionSettings;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.LakeSettings;
import dev.telltale.jobs.command.Locations;
import dev.telltale.jobs.command.Sessions;
import dev.telltale.jobs.command.StoreSettings;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.erasure.ErasurePlan;
import dev.telltale.jobs.erasure.PlanFile;
import dev.telltale.jobs.erasure.TargetDetection;
import dev.telltale.jobs.erasure.proof.Certificate;
import dev.telltale.jobs.erasure.proof.ErasureProof;
import dev.telltale.jobs.erasure.proof.Evidence;
import dev.telltale.jobs.erasure.proof.LedgerLink;
import dev.telltale.jobs.erasure.proof.ObjectSearch;
import dev.telltale.jobs.erasure.proof.SigningKeys;
import dev.telltale.jobs.erasure.proof.Survivor;
import dev.telltale.jobs.listing.LocalSources;
import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.ProductVersion;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeFolder;
import dev.telltale.jobs.terminal.Amounts;
import dev.telltale.jobs.terminal.ProgressLine;
import java.security.PrivateKey;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** {@code telltale erase prove}. */
final class ProveErasure implements Command {
  /** Rows of the ledger that a certificate carries; of more only the head. */
  private static final int MAX_CHAIN = 10_000;

  private static final int MAX_SHOWN = 50;

  private static final Setting<String> OUT =
      Setting.option("out", ValueType.FILE)
          .describedAs("The certificate's file; one that is there is not overwritten.")
          .required()
          .one();
  private static final Setting<String> SIGN_KEY =
      Setting.option("sign-key", ValueType.FILE)
          .describedAs(
              "Sign with this Ed25519 key, a PEM file in PKCS#8; without it the certificate is"
                  + " unsigned.")
          .one();
  private static final Setting<List<Location>> SOURCE =
      Setting.option("source", Locations.PLACE)
          .describedAs(
              "Also scan this again, with all versions: a bucket, prefix or folder. May be given"
                  + " several times.")
          .many();

  @Override
  public Syntax syntax() {
    List<Setting<?>> settings =
        new ArrayList<>(List.of(PlanArgument.PLAN, LakeSettings.LAKE, OUT, SIGN_KEY, SOURCE));
    settings.addAll(DetectionSettings.all());
    settings.add(Settings.CONFIG);
    settings.addAll(StoreSettings.all());
    return Syntax.of(
        "prove",
        "look for what a plan names, and certify that it is gone; 3 if anything is left",
        "Lists again, asks for old versions by their ids, scans again with the rules and key of the scan,"
            + " and searches every file of the lake. What cannot be looked at counts as left.",
        settings);
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    NewFile out = NewFile.at("--out", settings.value(OUT));
    @Nullable String keyFile = settings.value(SIGN_KEY);
    @Nullable PrivateKey key = keyFile == null ? null : SigningKeys.signing("--sign-key", keyFile);
    PlanFile file =
        PlanFile.read(settings.value(PlanArgument.PLAN)).requireLake(LakeSettings.root(settings));
    ErasurePlan plan = file.plan();
    StoreSettings.requireEncrypted(settings);
    LakeFolder.requireLake(settings.value(LakeSettings.LAKE));
    LocalSources.requireThere(settings.value(SOURCE));
    @Nullable Detection atHand =
        plan.ofObjects() ? null : DetectionSettings.atHand(settings, terminal);
    if (atHand != null) {
      PlanArgument.requireKey(plan, atHand.key().id());
    }
    ProgressLine progress = terminal.progress();
    progress.step("starting Spark");
    SparkSession spark = Sessions.open("erase").newSession();
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    List<Location> reached = new ArrayList<>(PlanArgument.sources(plan));
    reached.addAll(settings.value(SOURCE));
    StoreSettings.apply(settings, reached, hadoop);
    @Nullable ObjectSearch search = null;
    if (!plan.ofObjects()) {
      Detection detection =
          atHand == null ? DetectionSettings.of(settings, hadoop, terminal) : atHand;
      PlanArgument.requireKey(plan, detection.key().id());
      search =
          new ObjectSearch(
              new TargetDetection(
                  plan.targets(),
                  detection.key(),
                  detection.team(),
                  settings.value(DetectionSettings.INCLUDE_EXAMPLES)));
    }
    Lake lake = new Lake(spark, LakeSettings.root(settings));
    Evidence evidence =
        new ErasureProof(
                spark, lake, plan, search, Locations.uris(settings.value(SOURCE)), progress::step)
            .gather();
    ActionRows actions = ActionRows.of(spark, lake, settings, terminal);
    // Begun before it is written, so that the certificate's chain ends in a row about itself.
    actions
        .ledger()
        .append(
            ActionRows.action(
                ActionKind.PROVE,
                ActionResult.STARTED,
                plan,
                file.hash(),
                Map.of("survivors", Integer.toString(evidence.survivors().size()))));
    ChainHead head = actions.ledger().head();
    Certificate certificate =
        Certificate.of(
            file,
            evidence,
            actions.who(),
            terminal.clock().instant().truncatedTo(ChronoUnit.SECONDS),
            ProductVersion.text(),
            head,
            chain(actions.ledger(), file.hash(), head));
    out.write(certificate.sealed(key));
    actions
        .ledger()
        .append(
            ActionRows.action(
                ActionKind.PROVE,
                evidence.isClean() ? ActionResult.DONE : ActionResult.PARTIAL,
                plan,
                file.hash(),
                Map.of(
                    "certificate_sha256",
                    certificate.hash(),
                    "survivors",
                    Integer.toString(evidence.survivors().size()))));
    terminal.out().print(text(evidence, certificate, out, key != null));
    return evidence.isClean() ? ExitCode.DONE : ExitCode.BELOW;
  }

  /** From the plan's first row on. */
  private static List<LedgerLink> chain(ActionLedger ledger, String plan, ChainHead head) {
    List<Row> first =
        ledger
            .rows()
            .where(col("plan_hash").equalTo(plan))
            .selectExpr("min(sequence)")
            .collectAsList();
    if (first.isEmpty()
        || first.get(0).isNullAt(0)
        || head.rows() - first.get(0).getLong(0) > MAX_CHAIN) {
      return List.of();
    }
    List<LedgerLink> chain = new ArrayList<>();
    ledger
        .rows()
        .where(col("sequence").geq(first.get(0).getLong(0)).and(col("sequence").lt(head.rows())))
        .select("canonical", "row_hash")
        .collectAsList()
        .forEach(row -> chain.add(new LedgerLink(row.getString(0), row.getString(1))));
    return chain;
  }

  private static String text(
      Evidence evidence, Certificate certificate, NewFile out, boolean signed) {
    StringBuilder text = new StringBuilder(1_000);
    text.append(evidence.isClean() ? "Certificate granted.\n\n" : "Certificate refused.\n\n")
        .append("Of ")
        .append(Amounts.count(evidence.versionsPlanned(), "version"))
        .append(" that were to go, ")
        .append(Amounts.count(evidence.versionsGone()))
        .append(" are gone. Scanned again: ")
        .append(Amounts.count(evidence.objectsRescanned(), "object version"))
        .append(". Files of the lake searched: ")
        .append(Amounts.count(evidence.lakeFiles()))
        .append(".\n");
    long shown = 0;
    for (Survivor each : evidence.survivors()) {
      if (shown++ < MAX_SHOWN) {
        text.append("survivor: ")
            .append(each.where())
            .append(": ")
            .append(each.reason())
            .append(" (")
            .append(each.kind())
            .append(")\n");
      }
    }
    if (shown > MAX_SHOWN) {
      text.append("and ").append(Amounts.count(shown - MAX_SHOWN)).append(" more\n");
    }
    return text.append("\nwrote ")
        .append(out)
        .append(signed ? ", signed" : ", unsigned: it proves nothing of who wrote it")
        .append("\nSHA-256 of its content: ")
        .append(certificate.hash())
        .append("\nTo check it: telltale erase verify ")
        .append(out)
        .append(signed ? " --public-key PEM\n" : "\n")
        .toString();
  }
}
