package dev.telltale.detection.validators.network;

import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.Digits;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Addresses of people and machines. */
final class Addresses {
  /** RFC 2606 and RFC 6761, and names that only a private network resolves. */
  private static final Set<String> RESERVED_TLDS =
      Set.of(
          "example",
          "test",
          "invalid",
          "localhost",
          "local",
          "internal",
          "lan",
          "localdomain",
          "home",
          "corp",
          "svc",
          "cluster",
          "onion",
          "arpa");

  /** Accounts that people log in to machines with, as in {@code ssh root@host}. */
  private static final Set<String> MACHINES =
      Set.of("root", "ubuntu", "ec2-user", "centos", "git", "hg", "svn", "ssh", "nobody", "daemon");

  private static final Set<String> FILE_ENDINGS =
      Set.of(
          "png", "jpg", "jpeg", "gif", "svg", "js", "css", "json", "yaml", "yml", "service",
          "timer", "socket", "conf", "log", "txt", "git", "tgz", "jar", "sha", "html", "xml",
          "target", "mount", "slice", "scope", "ts", "go", "py");

  /** What four numbers with dots between number, too. */
  private static final Set<String> NUMBERED =
      Set.of(
          "ver",
          "release",
          "build",
          "section",
          "sections",
          "sect",
          "sec",
          "chapter",
          "clause",
          "appendix",
          "annex",
          "figure",
          "oid",
          "firmware",
          "chrome",
          "chromium",
          "firefox",
          "safari",
          "opera");

  private Addresses() {}

  /**
   * RFC 5321 lengths, a domain that can exist outside; no remote of ssh, version of a package, or
   * account of a machine.
   */
  static boolean email(CandidateValue candidate) {
    String value = candidate.reveal().toLowerCase(Locale.ROOT);
    int at = value.indexOf('@');
    String local = value.substring(0, at);
    String domain = value.substring(at + 1);
    String tld = domain.substring(domain.lastIndexOf('.') + 1);
    String second = domain.substring(0, domain.length() - tld.length() - 1);
    second = second.substring(second.lastIndexOf('.') + 1);
    if (local.startsWith(".") || local.endsWith(".") || local.contains("..") || second.isEmpty()) {
      return false;
    }
    boolean letters = tld.chars().allMatch(c -> c >= 'a' && c <= 'z') || tld.startsWith("xn--");
    boolean reserved =
        RESERVED_TLDS.contains(tld)
            || (second.equals("example") && Set.of("com", "org", "net").contains(tld));
    boolean remote =
        candidate.after(1) == ':' && (local.equals("git") || "/~".indexOf(candidate.after(2)) >= 0);
    boolean machine = MACHINES.contains(local) || domain.endsWith(".gserviceaccount.com");
    boolean version = Character.isDigit(domain.charAt(0)) && Character.isDigit(second.charAt(0));
    boolean free = candidate.after(1) != '_' && !goesOnBefore(candidate) && !isUserInfo(candidate);
    return letters
        && tld.length() >= 2
        && !reserved
        && !remote
        && !machine
        && !version
        && free
        && !FILE_ENDINGS.contains(tld)
        && !domain.startsWith("-")
        && !domain.contains("..");
  }

  /** Whether the value is the end of a longer name; marks alone begin none. */
  private static boolean goesOnBefore(CandidateValue candidate) {
    int at = 1;
    while (at < 8 && "._%+-".indexOf(candidate.before(at)) >= 0) {
      at++;
    }
    return Character.isLetterOrDigit(candidate.before(at));
  }

  /**
   * Whether the value stands before the host of a URI, as in {@code scheme://user:password@host}.
   */
  private static boolean isUserInfo(CandidateValue candidate) {
    int at = 1;
    while (at < 300
        && !Character.isWhitespace(candidate.before(at))
        && "/?#\"'".indexOf(candidate.before(at)) < 0) {
      at++;
    }
    return candidate.before(at) == '/'
        && candidate.before(at + 1) == '/'
        && candidate.before(at + 2) == ':';
  }

  /** A public unicast IPv4 address by the IANA special-purpose registry (RFC 6890). */
  static boolean publicIpv4(CandidateValue candidate) {
    int[] octets = octets(candidate);
    return octets != null
        && isPublic(octets)
        && !KnownAddresses.contain(octets)
        && !followsVersionWord(candidate);
  }

  /** Any other: private, loopback, link-local, shared, multicast, reserved, documentation. */
  static boolean specialIpv4(CandidateValue candidate) {
    int[] octets = octets(candidate);
    return octets != null && !isPublic(octets) && !followsVersionWord(candidate);
  }

  private static int @Nullable [] octets(CandidateValue candidate) {
    String[] parts = candidate.reveal().split("\\.", -1);
    int[] octets = new int[4];
    for (int i = 0; i < 4; i++) {
      if (parts[i].length() > 1 && parts[i].charAt(0) == '0') {
        return null;
      }
      octets[i] = Integer.parseInt(parts[i]);
      if (octets[i] > 255) {
        return null;
      }
    }
    return octets;
  }

  private static boolean isPublic(int[] o) {
    boolean reserved = o[0] == 0 || o[0] == 127 || o[0] >= 224;
    boolean internal =
        o[0] == 10
            || (o[0] == 172 && o[1] >= 16 && o[1] <= 31)
            || (o[0] == 192 && o[1] == 168)
            || (o[0] == 169 && o[1] == 254)
            || (o[0] == 100 && o[1] >= 64 && o[1] <= 127);
    boolean documentation =
        (o[0] == 192 && o[1] == 0 && (o[2] == 2 || o[2] == 0))
            || (o[0] == 198 && o[1] == 51 && o[2] == 100)
            || (o[0] == 203 && o[1] == 0 && o[2] == 113)
            || (o[0] == 192 && o[1] == 88 && o[2] == 99);
    boolean benchmark = o[0] == 198 && (o[1] == 18 || o[1] == 19);
    return !reserved && !internal && !documentation && !benchmark;
  }

  /** {@code Chrome/120.0.6099.71}, {@code v1.2.3.4}, {@code kernel 5.10.0.1}: software, no host. */
  private static boolean followsVersionWord(CandidateValue candidate) {
    char before = candidate.before(1);
    if (before == '/' && Character.isLetter(candidate.before(2))) {
      return true;
    }
    StringBuilder word = new StringBuilder();
    int i = 1;
    while (i < 8 && " :=\"'".indexOf(candidate.before(i)) >= 0) {
      i++;
    }
    for (; i < 24 && Character.isLetter(candidate.before(i)); i++) {
      word.insert(0, candidate.before(i));
    }
    String name = word.toString().toLowerCase(Locale.ROOT);
    return name.endsWith("version") || NUMBERED.contains(name);
  }

  /** A public unicast IPv6 address: 2000::/3 less the ranges of RFC 3849, 9637, 4380 and 3056. */
  static boolean publicIpv6(CandidateValue candidate) {
    int[] groups = groups(candidate.reveal());
    return groups != null && isPublicIpv6(groups) && !KnownAddresses.containIpv6(groups);
  }

  static boolean isPublicIpv6(int[] groups) {
    if ((groups[0] & 0xE000) != 0x2000) {
      return false;
    }
    boolean documentation =
        (groups[0] == 0x2001 && groups[1] == 0xDB8)
            || (groups[0] >> 4 == 0x3FF && (groups[0] & 0xF) == 0xF && groups[1] < 0x1000);
    boolean special = (groups[0] == 0x2001 && groups[1] < 0x200) || groups[0] == 0x2002;
    return !documentation && !special;
  }

  /** The eight groups of RFC 4291 text, or null. */
  static int @Nullable [] groups(String text) {
    int gap = text.indexOf("::");
    String[] head = split(gap < 0 ? text : text.substring(0, gap));
    String[] tail = split(gap < 0 ? "" : text.substring(gap + 2));
    int given = head.length + tail.length;
    if (gap < 0 ? given != 8 : given > 7) {
      return null;
    }
    int[] groups = new int[8];
    for (int i = 0; i < head.length; i++) {
      groups[i] = group(head[i]);
    }
    for (int i = 0; i < tail.length; i++) {
      groups[8 - tail.length + i] = group(tail[i]);
    }
    for (int group : groups) {
      if (group < 0) {
        return null;
      }
    }
    return groups;
  }

  private static String[] split(String text) {
    return text.isEmpty() ? new String[0] : text.split(":", -1);
  }

  private static int group(String text) {
    if (text.isEmpty() || text.length() > 4) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = (value << 4) | digit;
    }
    return value;
  }

  /** A universally administered unicast MAC; null, broadcast, multicast and local ones are none. */
  static boolean mac(CandidateValue candidate) {
    String hex = Digits.compact(candidate.reveal());
    if (hex.length() != 12 || hex.chars().distinct().count() < 3) {
      return false;
    }
    int first = Integer.parseInt(hex.substring(0, 2), 16);
    boolean documentation = hex.startsWith("00005E0053");
    boolean edge = ":-".indexOf(candidate.before(1)) >= 0 || ":-".indexOf(candidate.after(1)) >= 0;
    return (first & 3) == 0 && !documentation && !edge && !hex.equals("000000000000");
  }
}
