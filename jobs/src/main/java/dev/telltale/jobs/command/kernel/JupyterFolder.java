package dev.telltale.jobs.command.kernel;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where Jupyter looks for what belongs to one user
 * (https://docs.jupyter.org/en/latest/use/jupyter-directories.html).
 */
final class JupyterFolder {
  private JupyterFolder() {}

  /**
   * The folder that holds {@code kernels}.
   *
   * @param home of the user
   * @param system as Java calls it: {@code os.name}
   */
  static Path ofUser(Map<String, String> environment, String home, String system) {
    String own = environment.get("JUPYTER_DATA_DIR");
    if (own != null && !own.isBlank()) {
      return Path.of(own);
    }
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return Path.of(home, "Library", "Jupyter");
    }
    if (name.startsWith("windows")) {
      String roaming = environment.get("APPDATA");
      return roaming == null
          ? Path.of(home, "AppData", "Roaming", "jupyter")
          : Path.of(roaming, "jupyter");
    }
    String data = environment.get("XDG_DATA_HOME");
    return data == null || data.isBlank()
        ? Path.of(home, ".local", "share", "jupyter")
        : Path.of(data, "jupyter");
  }
}
