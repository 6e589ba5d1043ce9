package dev.telltale.conventions.sample;

import java.util.function.ToIntFunction;

/** Uses some members of {@link WithUnusedMembers}. */
public final class UserOfMembers {
  private UserOfMembers() {}

  public static void main(String[] arguments) {
    ToIntFunction<WithUnusedMembers> method = WithUnusedMembers::referred;
    WithUnusedMembers.Parts parts = new WithUnusedMembers.Parts(1, 2, 3);
    if (method.applyAsInt(new WithUnusedMembers()) + parts.sum() + parts.asked() < 0) {
      throw new IllegalStateException("less than nothing");
    }
  }
}
