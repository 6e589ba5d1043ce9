package dev.telltale.conventions.sample;

/** What {@code NothingUnusedTest} has to see, and what it must not report. */
final class WithUnusedMembers implements Comparable<WithUnusedMembers> {
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

  /** No other class knows it. */
  record Unused(int component) {}

  /** One component is read from outside, one by the record itself, one by nobody. */
  record Parts(int asked, int added, int unread) {
    int sum() {
      return asked() + added;
    }
  }
}
