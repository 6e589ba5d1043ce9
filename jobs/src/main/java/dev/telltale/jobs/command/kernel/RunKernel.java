package dev.telltale.jobs.command.kernel;

import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.DetectionSettings;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.LakeSettings;
import dev.telltale.jobs.command.Retention;
import dev.telltale.jobs.command.Sessions;
import dev.telltale.jobs.command.StoreSettings;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.command.sql.LakeSql;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.tables.LakeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/** {@code telltale kernel run}: what Jupyter starts. */
final class RunKernel implements Command {
  private static final Setting<String> CONNECTION =
      Setting.operand(ValueType.text("CONNECTION_FILE"))
          .describedAs("Jupyter's file that says where it listens, and with which key.")
          .required()
          .one();

  @Override
  public Syntax syntax() {
    List<Setting<?>> settings =
        new ArrayList<>(
            List.of(
                CONNECTION,
                LakeSettings.LAKE,
                DetectionSettings.FINGERPRINT_KEY,
                Retention.DEFAULT));
    settings.addAll(StoreSettings.all());
    return Syntax.of("run", "answer Jupyter, which calls this", "", settings);
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    KernelConnectionProperties properties = properties(settings.value(CONNECTION));
    StoreSettings.requireEncrypted(settings);
    LakeFolder.requireLake(settings.value(LakeSettings.LAKE));
    // Jupyter waits a minute for the first answer, which needs no Spark.
    CompletableFuture<LakeSql> lake = new CompletableFuture<>();
    Thread opening = new Thread(() -> open(settings, terminal, lake), "telltale-kernel-lake");
    opening.setDaemon(true);
    opening.start();
    SqlKernel kernel = new SqlKernel(lake);
    try {
      JupyterConnection connection = new JupyterConnection(properties);
      kernel.onStartup();
      kernel.becomeHandlerForConnection(connection);
      connection.connect();
      connection.waitUntilClose();
    } catch (GeneralSecurityException unknown) {
      throw new UserMistake(
          "the kernel cannot sign its messages",
          "this JVM has no " + properties.getSignatureScheme(),
          "set c.Session.signature_scheme to hmac-sha256 in Jupyter's configuration");
    }
    return ExitCode.DONE;
  }

  /**
   * In a thread of its own: the JVM's common pool has one thread on two cores, and Spark waits for
   * work that it gives to that pool.
   */
  private static void open(Settings settings, Terminal terminal, CompletableFuture<LakeSql> lake) {
    try {
      lake.complete(open(settings, terminal));
    } catch (RuntimeException | Error failed) {
      lake.completeExceptionally(failed);
    }
  }

  private static LakeSql open(Settings settings, Terminal terminal) {
    SparkSession spark = Sessions.open("kernel");
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    StoreSettings.apply(settings, List.of(), hadoop);
    return new LakeSql(
        spark,
        LakeSettings.root(settings),
        false,
        DetectionSettings.keyPlace(settings),
        () -> Retention.of(spark, LakeSettings.root(settings), settings, terminal));
  }

  private static KernelConnectionProperties properties(String file) {
    try {
      return KernelConnectionProperties.parse(Files.readString(Path.of(file)));
    } catch (IOException | InvalidPathException unreadable) {
      throw mistake(file, "it cannot be read");
    } catch (RuntimeException noJson) {
      throw mistake(file, "it is not what Jupyter writes");
    }
  }

  private static UserMistake mistake(String file, String cause) {
    return new UserMistake(
        file + " is no connection file",
        cause,
        "Jupyter calls this command; telltale kernel install tells it how");
  }
}
