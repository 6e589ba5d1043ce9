package dev.telltale.jobs.settings;

import java.util.List;
import java.util.Map;

/** Settings as a command line gives them, for tests of what reads them. */
public final class GivenSettings {
  private GivenSettings() {}

  /**
   * @param declared what the command takes
   */
  public static Settings read(List<Setting<?>> declared, String... words) {
    return read(Syntax.of("scan", "scan", "", declared), words);
  }

  static Settings read(Syntax syntax, String... words) {
    return ((Call.Run) new Grammar(syntax, "", Map.of()).read(List.of(words))).settings();
  }
}
