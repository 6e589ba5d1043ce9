package dev.telltale.detection.pattern;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words written together without a mark between them, whose last part says that they name a secret:
 * {@code sslpassword}, {@code dbpasswd}, {@code storepass}, {@code appsecret}, {@code authtoken},
 * {@code accesskey}. Their parts count as words of their own.
 */
public final class CompoundWord {
  /** End no other English word, whatever stands before them. */
  private static final Set<String> ANY_HEAD =
      Set.of(
          "password",
          "passwords",
          "passwd",
          "passphrase",
          "passcode",
          "pwd",
          "secret",
          "secrets",
          "token",
          "tokens",
          "credential",
          "credentials",
          "\u5bc6\u7801",
          "\u5bc6\u78bc",
          "\u53e3\u4ee4",
          "\u5bc6\u94a5",
          "\u5bc6\u9470",
          "\u4ee4\u724c",
          "\u79d8\u5bc6\u9375",
          "\u30d1\u30b9\u30ef\u30fc\u30c9",
          "\u30c8\u30fc\u30af\u30f3",
          "\ube44\ubc00\ubc88\ud638",
          "\ud1a0\ud070");

  private static final String KEY = "key";
  private static final String KEYS = "keys";
  private static final String PASS = "pass";

  /**
   * What keys of access are called by; {@code monkey} and {@code primarykey} are not among them.
   */
  private static final Set<String> BEFORE_KEY =
      Set.of(
          "access",
          "account",
          "admin",
          "api",
          "app",
          "auth",
          "client",
          "consumer",
          "deploy",
          "encryption",
          "license",
          "master",
          "private",
          "secret",
          "service",
          "session",
          "shared",
          "signing",
          "storage",
          "write");

  /** Words of English that end like a password does. */
  private static final Set<String> NO_PASSWORDS =
      Set.of(
          "bypass",
          "compass",
          "encompass",
          "overpass",
          "surpass",
          "trespass",
          "underpass",
          "multipass",
          "lowpass",
          "highpass",
          "bandpass",
          "allpass");

  private static final int MIN_HEAD = 4;

  /** What secrets are for, in fewer letters. */
  private static final Set<String> SHORT_HEADS =
      Set.of(
          "api", "app", "aws", "bot", "db", "ftp", "gcp", "git", "jwt", "key", "my", "new", "old",
          "otp", "pg", "sap", "smb", "sql", "ssh", "ssl", "tls", "vpn", "web");

  /** By their last letter, the longest first. */
  private static final Map<Character, List<String>> TAILS =
      Stream.concat(ANY_HEAD.stream(), Stream.of(KEY, KEYS, PASS))
          .sorted(Comparator.comparingInt(String::length).reversed())
          .collect(Collectors.groupingBy(tail -> tail.charAt(tail.length() - 1)));

  private CompoundWord() {}

  /**
   * Where the last part begins in a word in lower case; 0 when the word has no parts.
   *
   * @param word letters only
   */
  public static int tailOf(String word) {
    if (word.isEmpty()) {
      return 0;
    }
    for (String tail : TAILS.getOrDefault(word.charAt(word.length() - 1), List.of())) {
      int at = word.length() - tail.length();
      if (at > 0 && word.endsWith(tail) && isTail(word.substring(0, at), tail, word)) {
        return at;
      }
    }
    return 0;
  }

  /** Whether a word in lower case can be the first part: shorter ones are of other words mostly. */
  static boolean isHead(String word) {
    return word.length() >= MIN_HEAD
        || SHORT_HEADS.contains(word)
        || (!word.isEmpty() && word.charAt(0) >= CharClass.BEYOND_ASCII);
  }

  private static boolean isTail(String head, String tail, String word) {
    if (!isHead(head)) {
      return false;
    }
    return ANY_HEAD.contains(tail)
        || ((tail.equals(KEY) || tail.equals(KEYS)) && BEFORE_KEY.contains(head))
        || (tail.equals(PASS) && !NO_PASSWORDS.contains(word));
  }

  /** Whether a word in lower case can be the last part of such a compound. */
  static boolean isTail(String word) {
    return ANY_HEAD.contains(word) || word.equals(KEY) || word.equals(KEYS) || word.equals(PASS);
  }
}
