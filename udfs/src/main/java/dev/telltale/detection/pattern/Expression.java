package dev.telltale.detection.pattern;

/**
 * A regular expression in the syntax that Hyperscan shares with PCRE.
 *
 * @param regex the expression
 * @param token length of the token that it ends with, which must stand as a whole; 0 when it ends
 *     with none
 */
public record Expression(String regex, int token) {
  public boolean isEmpty() {
    return regex.isEmpty();
  }
}
