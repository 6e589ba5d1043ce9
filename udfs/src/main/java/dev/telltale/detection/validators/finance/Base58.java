package dev.telltale.detection.validators.finance;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Base58Check, https://en.bitcoin.it/wiki/Base58Check_encoding. */
final class Base58 {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final int CHECK = 4;

  private Base58() {}

  /** Whether the text decodes to so many bytes, the last four of which check the others. */
  static boolean isChecked(String text, int length) {
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < text.length(); i++) {
      int digit = ALPHABET.indexOf(text.charAt(i));
      if (digit < 0) {
        return false;
      }
      number = number.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(digit));
    }
    byte[] digits = number.toByteArray();
    int sign = digits[0] == 0 ? 1 : 0;
    int given = digits.length - sign;
    if (given > length) {
      return false;
    }
    byte[] bytes = new byte[length];
    System.arraycopy(digits, sign, bytes, length - given, given);
    byte[] check = sha256(sha256(Arrays.copyOf(bytes, length - CHECK)));
    return Arrays.equals(check, 0, CHECK, bytes, length - CHECK, length);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every Java", impossible);
    }
  }
}
