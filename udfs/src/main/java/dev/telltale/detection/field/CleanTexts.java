package dev.telltale.detection.field;

/**
 * Short texts that held nothing when they last stood in a field of the same profile: telemetry
 * repeats itself. Holds clean texts only, in bounded memory; a newer one takes an older one's slot.
 */
final class CleanTexts {
  private static final int SLOTS = 1 << 14;
  private static final int MAX_LENGTH = 256;

  private final String[] texts = new String[SLOTS];
  private final FieldProfile[] profiles = new FieldProfile[SLOTS];

  boolean contains(FieldProfile profile, String text) {
    int slot = slot(profile, text);
    return profiles[slot] == profile && text.equals(texts[slot]);
  }

  void add(FieldProfile profile, String text) {
    if (text.length() <= MAX_LENGTH) {
      int slot = slot(profile, text);
      profiles[slot] = profile;
      texts[slot] = text;
    }
  }

  private static int slot(FieldProfile profile, String text) {
    int hash = (text.hashCode() * 31 + profile.number()) * 0x9E3779B9;
    return hash >>> (Integer.SIZE - Integer.numberOfTrailingZeros(SLOTS));
  }

  @Override
  public String toString() {
    return "at most " + SLOTS + " clean texts";
  }
}
