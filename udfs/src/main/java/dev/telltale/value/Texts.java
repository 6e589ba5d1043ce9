package dev.telltale.value;

/** Parts of texts. */
public final class Texts {
  private Texts() {}

  /** The start of a text, at most so long, that cuts no character in two. */
  public static String start(String text, int maxLength) {
    if (text.length() <= maxLength) {
      return text;
    }
    boolean pair = maxLength > 0 && Character.isHighSurrogate(text.charAt(maxLength - 1));
    return text.substring(0, pair ? maxLength - 1 : maxLength);
  }
}
