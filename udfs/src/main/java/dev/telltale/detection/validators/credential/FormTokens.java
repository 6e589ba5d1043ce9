package dev.telltale.detection.validators.credential;

import dev.telltale.detection.validators.CandidateValue;
import java.util.List;
import java.util.Locale;

/**
 * What forms carry so that no other site can send them: tokens that are in the page for whoever
 * opens it, and of no use without the session that they belong to (<a
 * href="https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html">OWASP</a>).
 */
final class FormTokens {
  private static final int REACH = 160;

  private static final List<String> NAMES =
      List.of("csrf", "xsrf", "authenticity_token", "requestverification", "antiforgery");

  private FormTokens() {}

  /** Whether the line, or the element, up to the value has no name of such a token. */
  static boolean isNone(CandidateValue candidate) {
    String before = candidate.textBefore(REACH).toLowerCase(Locale.ROOT);
    int from = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('<'));
    String near = before.substring(from + 1);
    return NAMES.stream().noneMatch(near::contains);
  }
}
