package dev.telltale.detection.validators.network;

import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.Digits;

/** Addresses that mean nothing outside their network: no findings unless a team asks for them. */
final class SpecialAddresses {
  private SpecialAddresses() {}

  /** An IPv6 address that is not public (RFC 6890), with or without a dotted IPv4 at its end. */
  static boolean ipv6(CandidateValue candidate) {
    String value = candidate.reveal();
    int dot = value.indexOf('.');
    if (dot >= 0) {
      int from = value.lastIndexOf(':') + 1;
      String[] octets = value.substring(from).split("\\.", -1);
      StringBuilder hex = new StringBuilder(value.substring(0, from));
      for (int i = 0; i < octets.length; i++) {
        int octet = Integer.parseInt(octets[i]);
        if (octet > 255) {
          return false;
        }
        hex.append(i == 2 ? ":" : "")
            .append(octet < 16 ? "0" : "")
            .append(Integer.toHexString(octet));
      }
      value = hex.toString();
    }
    int[] groups = Addresses.groups(value);
    return groups != null && !Addresses.isPublicIpv6(groups);
  }

  /** A MAC address that an operator or a program chose, or of a group; not null or broadcast. */
  static boolean mac(CandidateValue candidate) {
    String hex = Digits.compact(candidate.reveal());
    if (hex.length() != 12 || hex.chars().distinct().count() < 2) {
      return false;
    }
    return (Integer.parseInt(hex.substring(0, 2), 16) & 3) != 0;
  }
}
