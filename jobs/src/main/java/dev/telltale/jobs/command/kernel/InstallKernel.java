package dev.telltale.jobs.command.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.LakeSettings;
import dev.telltale.jobs.command.OutputFolder;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.tables.LakeFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code telltale kernel install}. */
final class InstallKernel implements Command {
  /** The folder of the kernel, and its name in notebooks. */
  static final String NAME = "telltale-sql";

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Setting<String> DATA_DIR =
      Setting.option("data-dir", ValueType.text("DIR"))
          .describedAs("Jupyter's folder for data, which holds kernels.")
          .standard(null, "the one of this user")
          .one();
  private static final Setting<String> PROGRAM =
      Setting.option("program", ValueType.FILE)
          .describedAs("What Jupyter starts: scripts/telltale of a checkout or a release.")
          .standard(null, "the script that runs this command")
          .one();

  @Override
  public Syntax syntax() {
    return Syntax.of(
        "install",
        "write the kernel \"Telltale SQL\" for this user, over one lake",
        "Needs Jupyter to be of use, but not to be installed. docs/notebooks.md explains it.",
        List.of(LakeSettings.LAKE, DATA_DIR, PROGRAM));
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    Location lake = settings.value(LakeSettings.LAKE);
    LakeFolder.requireLake(lake);
    String program = settings.value(PROGRAM);
    if (program == null) {
      program = System.getenv("TELLTALE_PROGRAM");
    }
    if (program == null || !Files.isExecutable(Path.of(program))) {
      throw new UserMistake(
          "Jupyter would not know how to start the kernel",
          program == null
              ? "this command does not run through scripts/telltale"
              : program + " is no program",
          "run scripts/telltale kernel install, or name the script: --program FILE");
    }
    Path data =
        settings.value(DATA_DIR) == null
            ? JupyterFolder.ofUser(
                System.getenv(), System.getProperty("user.home"), System.getProperty("os.name"))
            : Path.of(settings.value(DATA_DIR));
    OutputFolder folder =
        OutputFolder.at("--data-dir", data.resolve("kernels").resolve(NAME).toString());
    String file = folder.write("kernel.json", spec(Path.of(program).toAbsolutePath(), lake));
    terminal.out().println("wrote " + file);
    terminal.out().println("try it: jupyter notebook, and choose the kernel Telltale SQL");
    return ExitCode.DONE;
  }

  private static String spec(Path program, Location lake) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode words = root.putArray("argv");
    words.add(program.toString()).add("kernel").add("run").add("{connection_file}");
    words.add("--lake").add(lake.toString());
    root.put("display_name", "Telltale SQL");
    root.put("language", "sql");
    root.put("interrupt_mode", "message");
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("writing a tree as JSON", impossible);
    }
  }
}
