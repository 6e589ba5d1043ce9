package dev.telltale.jobs.settings;

/**
 * One thing that the user can put right.
 *
 * @param problem what is wrong
 * @param cause why, as far as it is known
 * @param remedy what to do
 */
public record Problem(String problem, String cause, String remedy) {
  @Override
  public String toString() {
    return "problem: " + problem + "\n  cause: " + cause + "\n remedy: " + remedy;
  }
}
