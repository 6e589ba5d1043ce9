package dev.telltale.demo.values;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;

/** Made-up personal, financial and network data with valid check digits. */
final class PersonalValues {
  private static final String[] FIRST = {
    "Ingrid", "Tomasz", "Marta", "Declan", "Yusuf", "Camille", "Bram", "Liesel", "Nadia", "Oskar",
    "Priya", "Rafael", "Sanne", "Viktor", "Wanda", "Zofia", "Emeka", "Hanna", "Joaquim", "Katrin"
  };
  private static final String[] LAST = {
    "Aldersen", "Brzozowski", "Castellane", "Dunleavy", "Eriksholm", "Fontanier", "Grabowska",
    "Hollenstein", "Ivarsson", "Jankauskas", "Kettering", "Lindqvist", "Moravec", "Nyborg",
    "Okonjo", "Petrossian", "Quintela", "Rademaker", "Sorokina", "Tavernier"
  };
  private static final String[] DOMAINS = {
    "norvikfreight.com", "norvik-logistics.eu", "harbourlinesoft.com", "quaysidepartners.io"
  };
  private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final int[] PUBLIC_FIRST_OCTETS = {34, 46, 62, 78, 84, 89, 93, 109, 151, 176, 212};

  private final Random random;

  PersonalValues(Random random) {
    this.random = random;
  }

  String name() {
    return FIRST[random.nextInt(FIRST.length)] + " " + LAST[random.nextInt(LAST.length)];
  }

  String email() {
    String local = name().toLowerCase(Locale.ROOT).replace(' ', '.');
    return local + between(2, 999) + "@" + DOMAINS[random.nextInt(DOMAINS.length)];
  }

  String phone() {
    return switch (random.nextInt(3)) {
      case 0 -> "+49151" + between(2, 7) + digits(7);
      case 1 -> "+447400" + between(1, 9) + digits(5);
      default -> "+1212" + between(6, 9) + digits(2) + between(2, 9) + digits(3);
    };
  }

  String socialSecurityNumber() {
    return String.format(
        Locale.ROOT, "%03d-%02d-%04d", between(100, 665), between(11, 99), between(1001, 9998));
  }

  String card() {
    String body =
        switch (random.nextInt(3)) {
          case 0 -> "4" + between(5, 9) + digits(13);
          case 1 -> "5" + between(1, 5) + digits(13);
          default -> "37" + digits(12);
        };
    String number = body + luhn(body);
    if (number.length() == 15) {
      return number;
    }
    String separator = new String[] {"", " ", "-"}[random.nextInt(3)];
    return String.join(
        separator,
        number.substring(0, 4),
        number.substring(4, 8),
        number.substring(8, 12),
        number.substring(12));
  }

  /** The digit that makes the number pass the Luhn check. */
  static int luhn(String body) {
    int sum = 0;
    for (int at = 0; at < body.length(); at++) {
      int digit = body.charAt(body.length() - 1 - at) - '0';
      int doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      sum += at % 2 == 0 ? doubled : digit;
    }
    return (10 - sum % 10) % 10;
  }

  String iban() {
    return switch (random.nextInt(3)) {
      case 0 -> iban("DE", between(1, 8) + digits(17));
      case 1 -> iban("GB", new String[] {"BARC", "LOYD", "MIDL"}[random.nextInt(3)] + digits(14));
      default -> {
        String account = "3000" + between(2, 6) + digits(5) + digits(11);
        yield iban("FR", account + twoDigits(97 - modulo(account + "00", 97)));
      }
    };
  }

  private static String iban(String country, String account) {
    StringBuilder digits = new StringBuilder();
    String rearranged = account + country + "00";
    for (int at = 0; at < rearranged.length(); at++) {
      digits.append(Character.digit(rearranged.charAt(at), 36));
    }
    return country + twoDigits(98 - modulo(digits.toString(), 97)) + account;
  }

  private static int modulo(String number, int divisor) {
    return new BigInteger(number).mod(BigInteger.valueOf(divisor)).intValue();
  }

  private static String twoDigits(int number) {
    return String.format(Locale.ROOT, "%02d", number);
  }

  String ipv4() {
    int first = PUBLIC_FIRST_OCTETS[random.nextInt(PUBLIC_FIRST_OCTETS.length)];
    return first + "." + between(2, 250) + "." + between(2, 250) + "." + between(2, 250);
  }

  String ipv6() {
    return String.format(
        Locale.ROOT,
        "2a02:%x:%x:%x:%x:%x:%x:%x",
        between(0x1000, 0x7fff),
        between(0x1000, 0xffff),
        between(0x10, 0xffff),
        between(0x1000, 0xffff),
        between(0x1000, 0xffff),
        between(0x1000, 0xffff),
        between(0x1000, 0xffff));
  }

  String mac() {
    return String.format(
        Locale.ROOT, "3c:22:fb:%02x:%02x:%02x", between(1, 254), between(1, 254), between(1, 254));
  }

  String nhsNumber() {
    while (true) {
      String body = between(4, 7) + digits(8);
      int sum = 0;
      for (int at = 0; at < 9; at++) {
        sum += (body.charAt(at) - '0') * (10 - at);
      }
      int check = 11 - sum % 11;
      if (check != 10) {
        String number = body + check % 11;
        return number.substring(0, 3) + " " + number.substring(3, 6) + " " + number.substring(6);
      }
    }
  }

  String nationalInsuranceNumber() {
    String first = "ABCEGHJKLMPRSW";
    String second = "ABCEHJLMPRSWX";
    return ""
        + first.charAt(random.nextInt(4))
        + second.charAt(random.nextInt(second.length()))
        + digits(6)
        + "ABCD".charAt(random.nextInt(4));
  }

  String nir() {
    String body =
        between(1, 2)
            + twoDigits(between(50, 99))
            + twoDigits(between(1, 12))
            + twoDigits(between(21, 95))
            + between(100, 899)
            + between(100, 899);
    return body + twoDigits(97 - modulo(body, 97));
  }

  String cpf() {
    String body = between(1, 9) + digits(8);
    String first = body + cpfDigit(body);
    String number = first + cpfDigit(first);
    return number.substring(0, 3)
        + "."
        + number.substring(3, 6)
        + "."
        + number.substring(6, 9)
        + "-"
        + number.substring(9);
  }

  private static int cpfDigit(String body) {
    int sum = 0;
    for (int at = 0; at < body.length(); at++) {
      sum += (body.charAt(at) - '0') * (body.length() + 1 - at);
    }
    return sum * 10 % 11 % 10;
  }

  String dni() {
    String body = between(1, 9) + digits(7);
    return body + DNI_LETTERS.charAt(Integer.parseInt(body) % 23);
  }

  private int between(int min, int max) {
    return min + random.nextInt(max - min + 1);
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int at = 0; at < count; at++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }
}
