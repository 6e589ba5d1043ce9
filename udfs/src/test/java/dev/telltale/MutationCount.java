package dev.telltale;

/**
 * How many damaged inputs the tests of damage try of each kind: 200, which is enough to notice that
 * a promise no longer holds, and with the system property {@code telltale.mutations} as many as it
 * says. {@code scripts/mutations} tries thousands. Inputs are seeded from zero on, so that a larger
 * number tries those of a smaller one too.
 */
public final class MutationCount {
  public static final int EACH = Integer.getInteger("telltale.mutations", 200);

  private MutationCount() {}
}
