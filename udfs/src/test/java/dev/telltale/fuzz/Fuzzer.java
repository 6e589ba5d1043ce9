package dev.telltale.fuzz;

/** The entry that Jazzer calls; {@code scripts/fuzz} names the target. */
public final class Fuzzer {
  private static FuzzTarget target = FuzzTarget.OBJECT;

  private Fuzzer() {}

  public static void fuzzerInitialize(String[] arguments) {
    target = FuzzTarget.named(arguments[0]);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    target.read(input);
  }
}
