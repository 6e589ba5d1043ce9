package dev.telltale.jobs.command.erase;

import dev.telltale.jobs.actions.ActionLedger;
import dev.telltale.jobs.actions.ChainCheck;
import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.Locations;
import dev.telltale.jobs.command.Sessions;
import dev.telltale.jobs.command.StoreSettings;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.erasure.PlanFile;
import dev.telltale.jobs.erasure.proof.CertificateCheck;
import dev.telltale.jobs.erasure.proof.SigningKeys;
import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** {@code telltale erase verify}. */
final class VerifyFile implements Command {
  private static final Setting<String> FILE =
      Setting.operand(ValueType.FILE)
          .describedAs("A certificate of telltale erase prove.")
          .required()
          .one();
  private static final Setting<String> PUBLIC_KEY =
      Setting.option("public-key", ValueType.FILE)
          .describedAs("The public Ed25519 key, a PEM file, of who is to have signed it.")
          .one();
  private static final Setting<String> PLAN =
      Setting.option("plan", ValueType.FILE).describedAs("The plan that it is to be about.").one();
  private static final Setting<Location> LAKE =
      Setting.option("lake", Locations.FOLDER)
          .describedAs(
              "Also follow the ledger of actions of this lake: that none of its rows was changed, and"
                  + " that the certificate's head is among them.")
          .one();

  @Override
  public Syntax syntax() {
    List<Setting<?>> settings = new ArrayList<>(List.of(FILE, PUBLIC_KEY, PLAN, LAKE));
    settings.addAll(StoreSettings.all());
    return Syntax.of(
        "verify",
        "check a certificate, without a network; 3 if it is refused or cannot be believed",
        "Checks signature, hashes, figures, and the rows of the ledger in it, and says what it says.",
        settings);
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    @Nullable String keyFile = settings.value(PUBLIC_KEY);
    @Nullable PublicKey key =
        keyFile == null ? null : SigningKeys.verifying("--public-key", keyFile);
    CertificateCheck check = read(settings.value(FILE), key);
    List<String> problems = new ArrayList<>(check.problems());
    @Nullable String plan = settings.value(PLAN);
    if (plan != null && !PlanFile.read(plan).hash().equals(check.planHash())) {
      problems.add("it is about another plan than " + plan);
    }
    @Nullable Location lake = settings.value(LAKE);
    if (lake != null) {
      follow(settings, terminal, lake, check, problems);
    }
    check.shown().forEach(terminal.out()::println);
    if (!problems.isEmpty()) {
      problems.forEach(each -> terminal.out().println("not to be believed: " + each));
      return ExitCode.BELOW;
    }
    terminal
        .out()
        .println(
            key != null
                ? "The signature is of this key; nothing was changed."
                : check.signed()
                    ? "Its parts fit together; whose signature it is was not checked (--public-key PEM)."
                    : "Its parts fit together; it is unsigned, and proves nothing of who wrote it.");
    return check.granted() ? ExitCode.DONE : ExitCode.BELOW;
  }

  private static CertificateCheck read(String file, @Nullable PublicKey key) {
    try {
      Path path = Path.of(file);
      if (Files.size(path) > RunLimits.MAX_PLAN_FILE_BYTES) {
        throw new IllegalArgumentException("too long for a certificate");
      }
      return CertificateCheck.of(Files.readAllBytes(path), key);
    } catch (IllegalArgumentException foreign) {
      throw new UserMistake(
          file + " is no erasure certificate",
          "its content cannot be parsed as one of this version",
          "name a file that telltale erase prove has written");
    } catch (IOException unreadable) {
      throw new UserMistake(
          file + " cannot be read",
          unreadable.getClass().getSimpleName(),
          "name a file that telltale erase prove has written");
    }
  }

  private static void follow(
      Settings settings,
      Terminal terminal,
      Location root,
      CertificateCheck check,
      List<String> problems) {
    StoreSettings.requireEncrypted(settings);
    LakeFolder.requireLake(root);
    SparkSession spark = Sessions.open("erase").newSession();
    StoreSettings.apply(settings, List.of(), spark.sparkContext().hadoopConfiguration());
    Lake lake = new Lake(spark, root.toString());
    lake.requireKnown();
    ChainCheck chain =
        new ActionLedger(spark, lake, "nobody", terminal.clock()).verify(List.of(check.head()));
    if (chain.broken() != null) {
      problems.add("the ledger of actions of the lake was changed: " + chain.broken());
    } else if (!chain.missingHeads().isEmpty()) {
      problems.add("the ledger of actions of the lake does not hold the certificate's head");
    }
  }
}
