package dev.telltale.jobs.command.notebook;

import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.settings.Problem;
import dev.telltale.jobs.settings.UserMistake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The notebooks that a user names: files, and those that come with Telltale by name or number. */
final class NotebookFiles {
  private NotebookFiles() {}

  /**
   * Reads all of them.
   *
   * @throws UserMistake with every one that cannot be read
   */
  static List<Notebook> read(List<String> names) {
    List<Notebook> notebooks = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String name : names) {
      try {
        notebooks.add(read(name));
      } catch (UserMistake mistake) {
        problems.addAll(mistake.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new UserMistake(problems);
    }
    return notebooks;
  }

  private static Notebook read(String name) {
    try {
      Path file = Path.of(name);
      if (!Files.isRegularFile(file)) {
        Optional<Notebook> bundled = BundledNotebooks.find(name);
        if (bundled.isPresent()) {
          return bundled.get();
        }
        throw new UserMistake(
            "there is no notebook " + name,
            Files.isDirectory(file) ? "it is a folder" : "no file has that name",
            "name a file, or one of " + String.join(", ", BundledNotebooks.NAMES));
      }
      if (Files.size(file) > RunLimits.MAX_NOTEBOOK_BYTES) {
        throw new UserMistake(
            name + " is too large for a notebook",
            "it has more than " + (RunLimits.MAX_NOTEBOOK_BYTES >> 20) + " MiB",
            "clear its outputs in Jupyter, and try again");
      }
      return Notebook.read(name, Files.readString(file, StandardCharsets.UTF_8));
    } catch (InvalidPathException | IOException unreadable) {
      throw new UserMistake(
          name + " cannot be read",
          unreadable instanceof IOException
              ? "it is not UTF-8, or you may not read it"
              : "it is no name of a file",
          "name a notebook; telltale notebook list shows those that come with Telltale");
    }
  }
}
