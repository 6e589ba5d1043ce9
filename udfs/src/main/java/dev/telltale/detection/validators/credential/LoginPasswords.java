package dev.telltale.detection.validators.credential;

import com.google.re2j.Pattern;
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

  private static final Set<String> MANUAL_HOSTS =
      Set.of(
          "localhost",
          "127.0.0.1",
          "host",
          "hostname",
          "server",
          "example.com",
          "example.org",
          "example.net",
          "www.example.com",
          "proxy.example.com",
          "db.example.com");

  /** {@code %s}, {@code {}}, {@code {name}}, {@code {0}}. */
  private static final Pattern FILLED_IN =
      Pattern.compile("%[-+#0]?[0-9.]{0,5}[sdvqx]|\\{[a-z0-9_.]{0,40}\\}");

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

  /**
   * The same for a password in a URI: neither a verb that printf fills in, nor what manuals write
   * before a host of manuals.
   */
  static boolean usedInUri(CandidateValue candidate) {
    String password = candidate.reveal().toLowerCase(Locale.ROOT);
    String user = user(candidate);
    boolean word = STAND_INS.contains(password) || USERS.contains(password);
    boolean manual = word && (USERS.contains(user) || MANUAL_HOSTS.contains(host(candidate)));
    boolean filled = FILLED_IN.matcher(password).matches();
    return !manual && !filled && SecretShape.uriPassword(candidate);
  }

  private static String host(CandidateValue candidate) {
    StringBuilder host = new StringBuilder();
    for (int i = 2; i < MAX_USER; i++) {
      char c = Character.toLowerCase(candidate.after(i));
      if (!Character.isLetterOrDigit(c) && ".-_".indexOf(c) < 0) {
        break;
      }
      host.append(c);
    }
    return host.toString();
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
