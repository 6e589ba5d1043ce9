package dev.telltale.conventions.sample;

/** What {@code NothingUnusedTest} has to see, and what it must not report. */
@SuppressWarnings({"ReturnValueIgnored", "SelfComparison"})
public final class WithUnusedMembers implements Comparable<WithUnusedMembers> {
  static final int INLINED = 7;
  static final int UNUSED_CONSTANT = 8;
  final int unusedField = INLINED;

  int calledByItselfOnly(int times) {
    return times == 0 ? 0 : calledByItselfOnly(times - 1);
  }

  int used() {
    return hashCode();
  }

  int referred() {
    return 1;
  }

  @Override
  public int compareTo(WithUnusedMembers other) {
    return Integer.compare(used(), other.used());
  }

  /** Only this class knows it. */
  record Unused(int component) {}

  /** Of its constants one is never asked for. */
  enum Choice {
    TAKEN,
    NEVER_TAKEN
  }

  /** Uses some of the members around it. */
  public static final class User {
    public static void main(String[] arguments) {
      java.util.function.ToIntFunction<WithUnusedMembers> method = WithUnusedMembers::referred;
      method.applyAsInt(new WithUnusedMembers());
      Choice.TAKEN.compareTo(Choice.TAKEN);
    }
  }
}
