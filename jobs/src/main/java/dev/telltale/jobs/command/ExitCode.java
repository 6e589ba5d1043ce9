package dev.telltale.jobs.command;

import java.util.LinkedHashMap;
import java.util.Map;

/** The exit codes of every command. */
public final class ExitCode {
  /** Done. */
  public static final int DONE = 0;

  /** Done, and {@code --fail-on} was met. */
  public static final int FOUND = 1;

  /** The user's mistake. */
  public static final int MISTAKE = 2;

  /** Done, but coverage is below {@code --min-coverage}, or something survives an erasure. */
  public static final int BELOW = 3;

  /** Our bug; sysexits.h EX_SOFTWARE. */
  public static final int BUG = 70;

  private ExitCode() {}

  /** What each says, for a page of help, in their order. */
  public static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put(" " + DONE, "Done.");
    meanings.put(" " + FOUND, "Done, and --fail-on was met.");
    meanings.put(" " + MISTAKE, "A mistake of yours: problem, cause and remedy, all at once.");
    meanings.put(" " + BELOW, "Done, but coverage is below --min-coverage, or a proof failed.");
    meanings.put(Integer.toString(BUG), "A bug of ours.");
    return meanings;
  }
}
