package dev.telltale.detection.validators.credential;

import dev.telltale.detection.validators.CandidateValue;
import java.util.List;
import java.util.Locale;

/**
 * Whether the words before a value speak of a credential. A value that is known only by its
 * issuer's name needs that: the same name stands before commits, digests and ids of requests.
 */
final class CredentialContext {
  private static final int NEAR = 48;
  private static final int NAME = 28;
  private static final int MAX_RESOURCE_NAME = 300;
  private static final List<String> CREDENTIALS =
      List.of(
          "token",
          "key",
          "secret",
          "auth",
          "pass",
          "pwd",
          "credential",
          "bearer",
          "license",
          "pat",
          "login",
          "private",
          "client",
          "apikey",
          "access",
          "_pw",
          "unseal",
          "init(");
  private static final List<String> OTHERS =
      List.of(
          "commit",
          "sha",
          "sha1",
          "sha256",
          "md5",
          "digest",
          "hash",
          "checksum",
          "etag",
          "revision",
          "rev",
          "version",
          "trace",
          "span",
          "request",
          "uuid",
          "guid",
          "image",
          "layer",
          "blob",
          "build",
          "event",
          "session_id",
          "sessionid",
          "branch",
          "correlation",
          "invocation",
          "deployment",
          "release",
          "tag",
          "object",
          "parent",
          "tree",
          "integrity",
          "fingerprint");

  private CredentialContext() {}

  /** True in a field of its own: the field's name has said so. */
  static boolean speaks(CandidateValue candidate) {
    String before = candidate.textBefore(NEAR);
    String near = before.substring(Math.max(0, before.length() - NAME));
    if (candidate.isNamed() || before.isBlank()) {
      return true;
    }
    if (OTHERS.stream().anyMatch(word -> hasWord(near, word))) {
      return false;
    }
    String lower = before.toLowerCase(Locale.ROOT);
    return isAssigned(before) || CREDENTIALS.stream().anyMatch(lower::contains);
  }

  /**
   * No part of an Amazon resource name, which names a secret and holds none:
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
   */
  static boolean outsideResourceName(CandidateValue candidate) {
    String before = candidate.textBefore(MAX_RESOURCE_NAME);
    int from = before.length();
    while (from > 0 && !isEnd(before.charAt(from - 1))) {
      from--;
    }
    return !before.startsWith("arn:", from) && before.indexOf(":arn:", from) < 0;
  }

  private static boolean isEnd(char c) {
    return Character.isWhitespace(c) || "\"'`=,;<>(){}[]".indexOf(c) >= 0;
  }

  private static boolean isAssigned(String before) {
    int at = before.length() - 1;
    while (at >= 0 && " \t\r\n\"'`\\[({".indexOf(before.charAt(at)) >= 0) {
      at--;
    }
    return at >= 0 && "=:>".indexOf(before.charAt(at)) >= 0;
  }

  /** As a word: neither side goes on in the same case. */
  private static boolean hasWord(String text, String word) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
      int end = at + word.length();
      boolean hump = Character.isUpperCase(text.charAt(at));
      boolean starts =
          at == 0
              || !Character.isLetter(text.charAt(at - 1))
              || (hump && Character.isLowerCase(text.charAt(at - 1)));
      boolean ends =
          end == text.length()
              || !Character.isLetter(text.charAt(end))
              || (Character.isUpperCase(text.charAt(end))
                  && Character.isLowerCase(text.charAt(end - 1)));
      if (starts && ends) {
        return true;
      }
    }
    return false;
  }
}
