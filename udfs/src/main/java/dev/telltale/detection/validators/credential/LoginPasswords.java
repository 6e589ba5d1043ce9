package dev.telltale.detection.validators.credential;

import dev.telltale.detection.validators.CandidateValue;
import java.util.Locale;
import java.util.Set;

/** Passwords of logins as commands write them, {@code user:password}. */
final class LoginPasswords {
  private static final int MAX_USER = 64;
  private static final Set<String> STAND_INS =
      Set.of("password", "passwd", "pass", "pwd", "pw", "secret", "token", "key", "apikey", "yyy");
  private static final Set<String> USERS =
      Set.of("user", "username", "usr", "myuser", "login", "name", "xxx", "email", "client_id");

  private LoginPasswords() {}

  /**
   * Not what manuals write for a login: {@code user:password}, {@code test:test}. The same word
   * after a real user's name is a password, if a bad one.
   */
  static boolean used(CandidateValue candidate) {
    String password = candidate.reveal().toLowerCase(Locale.ROOT);
    String user = user(candidate);
    boolean manual = USERS.contains(user) && STAND_INS.contains(password);
    return !manual && !password.equals(user) && SecretShape.uriPassword(candidate);
  }

  private static String user(CandidateValue candidate) {
    String before = candidate.textBefore(MAX_USER).toLowerCase(Locale.ROOT);
    int end = before.length();
    while (end > 0 && "\"':".indexOf(before.charAt(end - 1)) >= 0) {
      end--;
    }
    int from = end;
    while (from > 0 && " \t\r\n\"'=/".indexOf(before.charAt(from - 1)) < 0) {
      from--;
    }
    return before.substring(from, end);
  }
}
