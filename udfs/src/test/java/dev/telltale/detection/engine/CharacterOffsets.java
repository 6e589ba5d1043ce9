package dev.telltale.detection.engine;

/** UTF-16 positions of ascending UTF-8 offsets in one text. */
final class CharacterOffsets {
  private final String text;
  private final boolean ascii;
  private int bytes;
  private int characters;

  CharacterOffsets(String text, int byteLength) {
    this.text = text;
    this.ascii = text.length() == byteLength;
  }

  int character(int offset) {
    if (ascii) {
      return Math.min(offset, text.length());
    }
    while (bytes < offset && characters < text.length()) {
      char c = text.charAt(characters);
      boolean pair =
          Character.isHighSurrogate(c)
              && characters + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(characters + 1));
      bytes += pair ? 4 : Character.isSurrogate(c) || c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
      characters += pair ? 2 : 1;
    }
    return characters;
  }
}
