package dev.telltale.jobs.command.notebook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** {@code telltale notebook new}. */
final class NewNotebook implements Command {
  private static final Setting<String> FILE =
      Setting.operand(ValueType.FILE).describedAs("The file to write.").required().one();

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Syntax syntax() {
    return Syntax.of(
        "new", "begin a notebook", "A file that exists is left as it is.", List.of(FILE));
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    String name = settings.value(FILE);
    String file = name.endsWith(Notebook.END) ? name : name + Notebook.END;
    try {
      Files.writeString(
          Path.of(file), ExecutedNotebook.written(empty()), StandardOpenOption.CREATE_NEW);
    } catch (IOException | InvalidPathException refused) {
      throw new UserMistake(
          file + " cannot be written",
          "it is there already, or its folder is not",
          "name another file");
    }
    terminal.out().println("wrote " + file);
    terminal.out().println("run it: telltale notebook run " + file + " --lake URI");
    return ExitCode.DONE;
  }

  private static ObjectNode empty() {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode cells = root.putArray("cells");
    cell(cells.addObject(), "markdown", "question")
        .putArray("source")
        .add("# The question\n")
        .add("\n")
        .add("What is asked, and by whom.");
    ObjectNode code = cell(cells.addObject(), "code", "answer");
    code.putArray("source")
        .add("%%sql\n")
        .add("-- chart: bar x=rule y=places title=Places by rule\n")
        .add(
            "SELECT rule, count(*) AS places FROM findings_once GROUP BY rule ORDER BY places DESC\n")
        .add("LIMIT 20");
    code.putArray("outputs");
    code.putNull("execution_count");
    ObjectNode kernel = root.putObject("metadata").putObject("kernelspec");
    kernel.put("name", "telltale-sql").put("display_name", "Telltale SQL").put("language", "sql");
    root.put("nbformat", 4).put("nbformat_minor", 5);
    return root;
  }

  private static ObjectNode cell(ObjectNode cell, String type, String id) {
    cell.put("cell_type", type).put("id", id).putObject("metadata");
    return cell;
  }
}
