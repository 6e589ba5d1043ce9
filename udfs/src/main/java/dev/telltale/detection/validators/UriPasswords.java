package dev.telltale.detection.validators;

import java.util.Locale;
import java.util.Set;

/** Passwords in connection URIs. */
final class UriPasswords {
  private static final int LONGEST_USER = 24;
  private static final Set<String> STAND_INS =
      Set.of("password", "passwd", "pass", "pwd", "pw", "secret", "pwd123", "password123");
  private static final Set<String> USERS =
      Set.of("user", "username", "usr", "myuser", "dbuser", "login", "name");

  private UriPasswords() {}

  /**
   * Anything that does not stand for a password, as {@code user:password@} in documents does. The
   * same word after a real user's name is a password, if a bad one.
   */
  static boolean used(Candidate candidate) {
    String lower = candidate.value().toLowerCase(Locale.ROOT);
    return SecretShape.uriPassword(candidate)
        && !(STAND_INS.contains(lower) && USERS.contains(user(candidate)));
  }

  private static String user(Candidate candidate) {
    String before = candidate.textBefore(LONGEST_USER + 1).toLowerCase(Locale.ROOT);
    int from = before.lastIndexOf('/') + 1;
    return before.endsWith(":") ? before.substring(from, before.length() - 1) : "";
  }
}
