package dev.telltale.conventions.sample;

import java.util.function.ToIntFunction;

/** Uses some members of {@link WithUnusedMembers}. */
public final class UserOfMembers {
  private UserOfMembers() {}

  public static void main(String[] arguments) {
    ToIntFunction<WithUnusedMembers> method = WithUnusedMembers::referred;
    if (method.applyAsInt(new WithUnusedMembers()) < 0) {
      throw new IllegalStateException("less than nothing");
    }
  }
}
