package dev.telltale.jobs;

/** The exit codes of every command. */
public final class ExitCode {
  /** Done. */
  public static final int DONE = 0;

  /** Done, and {@code --fail-on} was met. */
  public static final int FOUND = 1;

  /** The user's mistake. */
  public static final int MISTAKE = 2;

  /** Done, but coverage is below {@code --min-coverage}. */
  public static final int BELOW = 3;

  /** Our bug; sysexits.h EX_SOFTWARE. */
  public static final int BUG = 70;

  private ExitCode() {}
}
