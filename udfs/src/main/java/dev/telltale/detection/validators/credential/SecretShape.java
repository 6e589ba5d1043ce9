package dev.telltale.detection.validators.credential;

import com.google.re2j.Pattern;
import dev.telltale.detection.validators.CandidateValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What distinguishes a secret from the words that stand in a secret's place. */
final class SecretShape {
  private static final int MIN_LENGTH = 6;
  private static final Set<String> WORDS =
      Set.of(
          "password",
          "passwd",
          "secret",
          "token",
          "string",
          "boolean",
          "number",
          "integer",
          "value",
          "undefined",
          "unknown",
          "hidden",
          "masked",
          "removed",
          "redacted",
          "filtered",
          "sanitized",
          "scrubbed",
          "disabled",
          "enabled",
          "required",
          "optional",
          "invalid",
          "missing",
          "expired",
          "default",
          "bearer",
          "basic",
          "digest",
          "oauth",
          "public",
          "private",
          "object",
          "buffer",
          "testing",
          "sample",
          "dummy",
          "foobar",
          "env_var",
          "not_set",
          "not set",
          "unset",
          "empty",
          "anonymous",
          "administrator",
          "kubernetes",
          "opaque",
          "username");
  private static final List<String> PLACEHOLDERS =
      List.of(
          "changeme",
          "change-me",
          "change_me",
          "changeit",
          "placeholder",
          "redacted",
          "example",
          "your-",
          "your_",
          "yourpass",
          "yoursecret",
          "yourtoken",
          "yourapi",
          "replace",
          "insert",
          "todo",
          "dummy",
          "xxxx",
          "****",
          "....",
          "____",
          "----",
          "[telltale:",
          "\u2022\u2022",
          "process.env",
          "os.environ",
          "getenv",
          "secretkeyref",
          "valuefrom",
          "lorem");

  /**
   * What stands for a value that is kept elsewhere, or begins a public key (RFC 4253, RFC 5280).
   */
  private static final List<String> REFERENCES =
      List.of(
          "arn:",
          "sha256:",
          "sha512:",
          "sha1:",
          "md5:",
          "vault:",
          "ref+",
          "op://",
          "file:",
          "projects/",
          "secrets/",
          "secret/",
          "env:",
          "keyring:",
          "ssm:",
          "urn:",
          "kms:",
          "enc[",
          "aaaab3nzac1",
          "aaaac3nzac1",
          "aaaae2vjzhn",
          "mfkwewyhkoz",
          "mhywbayhkoz",
          "miibijanbgk",
          "miicijanbgk",
          "mcowbqydk2v",
          "<",
          "[",
          "%(",
          "@");

  /**
   * Names in code: a parameter ({@code authorization_uri=}), the beginning of a call ({@code
   * SocialToken(app=app}), an action of IAM ({@code secretsmanager:GetSecretValue}).
   */
  private static final Pattern CODE =
      Pattern.compile(
          "[A-Za-z]{2,}(?:_[A-Za-z]+)+=|[A-Za-z_.]{4,}\\([A-Za-z_]{2,}=.{0,200}"
              + "|[a-z][a-z0-9-]{1,40}:[A-Z][a-z]+(?:[A-Z][a-z]+)+\\*?");

  private SecretShape() {}

  /** Could be a password, key or token; no placeholder, reference, sentence, path or link. */
  static boolean plausible(CandidateValue candidate) {
    String value = candidate.reveal();
    String lower = value.toLowerCase(Locale.ROOT);
    if (value.length() < MIN_LENGTH || distinct(value) < 4 || WORDS.contains(lower)) {
      return false;
    }
    if (isStandIn(value, lower)) {
      return false;
    }
    if (value.contains("://") || isVariable(value) || isPath(value) || isSentence(value)) {
      return false;
    }
    return !isCall(value) && !isMoment(value);
  }

  private static boolean isStandIn(String value, String lower) {
    return PLACEHOLDERS.stream().anyMatch(lower::contains)
        || REFERENCES.stream().anyMatch(lower::startsWith)
        || Templates.contain(value);
  }

  /** Plausible, and not a plain word or a short number: what running text needs. */
  static boolean mixed(CandidateValue candidate) {
    if (!plausible(candidate)) {
      return false;
    }
    String value = candidate.reveal();
    boolean digit = value.chars().anyMatch(Character::isDigit);
    boolean letter = value.chars().anyMatch(Character::isLetter);
    if (CODE.matcher(value).matches()) {
      return false;
    }
    boolean mark = value.chars().skip(1).anyMatch(c -> "!@#$%^*+=~?|".indexOf(c) >= 0);
    boolean humps = isHumped(value);
    return letter && (digit || mark || (humps && value.length() >= 16));
  }

  /** In a field of its own a plain word can be a password; in running text it rarely is. */
  static boolean password(CandidateValue candidate) {
    return candidate.isNamed() ? plausible(candidate) : mixed(candidate);
  }

  /** Whatever stands there is the password, short and plain ones too, unless it stands for one. */
  static boolean uriPassword(CandidateValue candidate) {
    String lower = candidate.reveal().toLowerCase(Locale.ROOT);
    boolean reference = isStandIn(candidate.reveal(), lower) || isVariable(candidate.reveal());
    boolean masked = distinct(lower) == 1 && "*x.#".indexOf(lower.charAt(0)) >= 0;
    return !reference && !masked;
  }

  /** Upper case after lower case and the other way round more often than words in camel case do. */
  private static boolean isHumped(String value) {
    int changes = 0;
    for (int i = 1; i < value.length(); i++) {
      boolean before = Character.isUpperCase(value.charAt(i - 1));
      changes += before != Character.isUpperCase(value.charAt(i)) ? 1 : 0;
    }
    return changes * 3 > value.length();
  }

  /** At least 3 bits per character, which sentences and names of things rarely reach at length. */
  static boolean dense(CandidateValue candidate) {
    return entropy(candidate.reveal()) >= 3.0;
  }

  /** Shannon's entropy of the characters, in bits. */
  static double entropy(String value) {
    int[] counts = new int[256];
    for (int i = 0; i < value.length(); i++) {
      counts[value.charAt(i) & 0xFF]++;
    }
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / value.length();
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    return bits;
  }

  /** Letters of both cases and digits, as random base64 of 40 characters has. */
  static boolean random(CandidateValue candidate) {
    String value = candidate.reveal();
    return value.chars().anyMatch(Character::isDigit)
        && value.chars().anyMatch(Character::isUpperCase)
        && value.chars().anyMatch(Character::isLowerCase)
        && entropy(value) >= 3.5;
  }

  /** Not all the same, no mask: what issued tokens need. */
  static boolean noMask(CandidateValue candidate) {
    String value = candidate.reveal();
    String lower = value.toLowerCase(Locale.ROOT);
    return distinct(value) >= 5
        && !lower.contains("xxxx")
        && !lower.contains("****")
        && !lower.contains("example")
        && !lower.contains("....");
  }

  private static long distinct(String value) {
    return value.chars().distinct().count();
  }

  private static boolean isVariable(String value) {
    boolean sigil = value.charAt(0) == '$' || (value.charAt(0) == '%' && value.endsWith("%"));
    int end = 1;
    while (end < value.length() && isNamePart(value.charAt(end))) {
      end++;
    }
    boolean goesOn = end > 2 && end < value.length() && "[/.-$".indexOf(value.charAt(end)) >= 0;
    return sigil && (end == value.length() || (goesOn && value.charAt(0) == '$'));
  }

  private static boolean isNamePart(char c) {
    return Character.isLetter(c) || c == '_' || c == '%';
  }

  private static boolean isPath(String value) {
    boolean rooted =
        value.startsWith("/")
            || value.startsWith("./")
            || value.startsWith("../")
            || value.startsWith("~/")
            || (value.length() > 2 && value.charAt(1) == ':' && value.charAt(2) == '\\');
    long digits = value.chars().filter(Character::isDigit).count();
    return rooted && digits * 5 < value.length() && value.indexOf('+') < 0;
  }

  private static boolean isSentence(String value) {
    return value.strip().chars().filter(c -> c == ' ').count() >= 2;
  }

  private static boolean isCall(String value) {
    boolean dotted =
        value.indexOf('.') > 0
            && value.chars().allMatch(c -> Character.isLetter(c) || c == '.' || c == '_');
    return (value.endsWith(")") && value.indexOf('(') > 0) || dotted || value.contains("=>");
  }

  /** {@code 2023-06-03T23:59:21Z}, {@code 08:51:06}. */
  private static boolean isMoment(String value) {
    return value.chars().allMatch(c -> Character.isDigit(c) || "-:.TZ+/ ".indexOf(c) >= 0)
        && value.chars().anyMatch(c -> c == ':' || c == '-' || c == '/');
  }
}
