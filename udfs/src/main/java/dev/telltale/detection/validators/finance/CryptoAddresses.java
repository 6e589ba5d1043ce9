package dev.telltale.detection.validators.finance;

import dev.telltale.detection.validators.CandidateValue;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Addresses of cryptocurrencies, by their checksums. */
final class CryptoAddresses {
  private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {
    0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3
  };
  private static final int BECH32M = 0x2BC830A3;

  private CryptoAddresses() {}

  /** Base58Check over a version byte and a hash of 20 bytes. */
  static boolean base58(CandidateValue candidate) {
    return Base58.isChecked(candidate.reveal(), 25);
  }

  /** Bech32 and Bech32m of segregated witness addresses (BIP 173, BIP 350). */
  static boolean bech32(CandidateValue candidate) {
    String value = candidate.reveal().toLowerCase(Locale.ROOT);
    int separator = value.lastIndexOf('1');
    if (separator < 1 || value.length() - separator < 9) {
      return false;
    }
    int sum = 1;
    for (int i = 0; i < separator; i++) {
      sum = step(sum, value.charAt(i) >> 5);
    }
    sum = step(sum, 0);
    for (int i = 0; i < separator; i++) {
      sum = step(sum, value.charAt(i) & 31);
    }
    for (int i = separator + 1; i < value.length(); i++) {
      int digit = BECH32.indexOf(value.charAt(i));
      if (digit < 0) {
        return false;
      }
      sum = step(sum, digit);
    }
    return sum == (value.charAt(separator + 1) == 'q' ? 1 : BECH32M);
  }

  private static int step(int sum, int value) {
    int top = sum >>> 25;
    int next = (sum & 0x1FFFFFF) << 5 ^ value;
    for (int i = 0; i < 5; i++) {
      next ^= (top >> i & 1) != 0 ? GENERATOR[i] : 0;
    }
    return next;
  }

  /** EIP-55: the case of a letter is a bit of the Keccak-256 of the lower-case address. */
  static boolean mixedCase(CandidateValue candidate) {
    String hex = candidate.reveal().substring(2);
    String lower = hex.toLowerCase(Locale.ROOT);
    if (hex.equals(lower) || hex.equals(hex.toUpperCase(Locale.ROOT))) {
      return false;
    }
    byte[] hash = Keccak.digest256(lower.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < hex.length(); i++) {
      int nibble = hash[i / 2] >> (i % 2 == 0 ? 4 : 0) & 0xF;
      char c = lower.charAt(i);
      char expected = nibble >= 8 ? Character.toUpperCase(c) : c;
      if (hex.charAt(i) != expected) {
        return false;
      }
    }
    return true;
  }

  /** The checksum of EIP-55, or an address of one case, which has none. */
  static boolean ethereum(CandidateValue candidate) {
    String hex = candidate.reveal().substring(2);
    boolean plain =
        hex.equals(hex.toLowerCase(Locale.ROOT)) || hex.equals(hex.toUpperCase(Locale.ROOT));
    return plain ? hex.chars().distinct().count() > 6 : mixedCase(candidate);
  }
}
