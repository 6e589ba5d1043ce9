package dev.telltale.detection.validators.credential;

import dev.telltale.detection.validators.CandidateValue;

/**
 * Private seeds of NATS: two bytes of kind, 32 of the seed and a CRC-16 (XMODEM) of them, the low
 * byte first, in base32 without padding: https://github.com/nats-io/nkeys
 */
final class NatsSeeds {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int LENGTH = 36;
  private static final int CRC_LENGTH = 2;
  private static final int POLYNOMIAL = 0x1021;

  private NatsSeeds() {}

  static boolean checked(CandidateValue candidate) {
    byte[] bytes = decode(candidate.reveal());
    int crc = 0;
    for (int i = 0; i < LENGTH - CRC_LENGTH; i++) {
      crc = added(crc, bytes[i] & 0xFF);
    }
    int written = (bytes[LENGTH - 2] & 0xFF) | (bytes[LENGTH - 1] & 0xFF) << 8;
    return crc == written;
  }

  private static int added(int crc, int octet) {
    int sum = crc ^ (octet << 8);
    for (int bit = 0; bit < 8; bit++) {
      sum = (sum & 0x8000) != 0 ? (sum << 1) ^ POLYNOMIAL : sum << 1;
    }
    return sum & 0xFFFF;
  }

  /** RFC 4648 section 6; the pattern lets nothing else through. */
  private static byte[] decode(String text) {
    byte[] bytes = new byte[LENGTH];
    long bits = 0;
    int held = 0;
    int at = 0;
    for (int i = 0; i < text.length() && at < LENGTH; i++) {
      bits = bits << 5 | Math.max(0, BASE32.indexOf(text.charAt(i)));
      held += 5;
      if (held >= 8) {
        held -= 8;
        bytes[at++] = (byte) (bits >> held);
      }
    }
    return bytes;
  }
}
