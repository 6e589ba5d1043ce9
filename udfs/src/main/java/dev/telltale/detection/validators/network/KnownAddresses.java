package dev.telltale.detection.validators.network;

import java.util.Arrays;
import java.util.Set;

/** Public addresses that name nobody: resolvers that anyone may ask, and numbers made up. */
final class KnownAddresses {
  /** As their operators publish them; those of four single digits are left out. */
  private static final Set<String> RESOLVERS =
      Set.of(
          "149.112.112.112",
          "208.67.222.222",
          "208.67.220.220",
          "9.9.9.10",
          "94.140.14.14",
          "94.140.15.15",
          "64.6.64.6",
          "64.6.65.6",
          "77.88.8.8",
          "114.114.114.114",
          "119.29.29.29",
          "185.228.168.9",
          "185.228.169.9");

  private static final Set<String> IPV6_RESOLVERS =
      Set.of(
          "2001:4860:4860:0:0:0:0:8888",
          "2001:4860:4860:0:0:0:0:8844",
          "2606:4700:4700:0:0:0:0:1111",
          "2606:4700:4700:0:0:0:0:1001",
          "2620:fe:0:0:0:0:0:fe",
          "2620:fe:0:0:0:0:0:9");

  private static final int ONE_DIGIT = 10;

  private KnownAddresses() {}

  /**
   * A resolver, or four single digits, which are a resolver ({@code 8.8.8.8}), the number of a
   * section ({@code 3.1.2.1}) or made up ({@code 1.2.3.4}) far more often than anyone's address.
   */
  static boolean contain(int[] octets) {
    boolean digits = Arrays.stream(octets).allMatch(octet -> octet < ONE_DIGIT);
    return digits || RESOLVERS.contains(join(octets, ".", 10));
  }

  static boolean containIpv6(int[] groups) {
    return IPV6_RESOLVERS.contains(join(groups, ":", 16));
  }

  private static String join(int[] numbers, String mark, int radix) {
    return String.join(
        mark, Arrays.stream(numbers).mapToObj(n -> Integer.toString(n, radix)).toList());
  }
}
