package dev.telltale.jobs.logging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Values of settings that are secret by their names; replaced wherever they stand. Thread-safe. */
final class KnownSecrets {
  private static final String HIDDEN = "*********";
  private static final int MIN_LENGTH = 6;
  private static final int MAX_SECRETS = 10_000;
  private static final Pattern NAME =
      Pattern.compile(
          "(?i).*(secret|passw|passphrase|token|credential|private|pepper|salt|fingerprint"
              + "|(access|session|api|encryption)[._-]?key).*");

  private volatile List<String> hidden = List.of();

  /** Takes the secret ones of some settings or variables, beside those that it has. */
  synchronized void add(Iterable<Map.Entry<String, String>> settings) {
    Set<String> all = new HashSet<>(hidden);
    for (Map.Entry<String, String> setting : settings) {
      String value = setting.getValue();
      if (value.length() >= MIN_LENGTH
          && !value.startsWith("org.")
          && !value.matches("true|false|[0-9.]+|\\*+")
          && NAME.matcher(setting.getKey()).matches()
          && all.size() < MAX_SECRETS) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        all.add(value);
        all.add(HexFormat.of().formatHex(bytes));
        all.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
      }
    }
    List<String> longestFirst = new ArrayList<>(all);
    longestFirst.sort(Comparator.comparingInt(String::length).reversed());
    hidden = List.copyOf(longestFirst);
  }

  String withoutThem(String text) {
    String clean = text;
    for (String secret : hidden) {
      clean = clean.replace(secret, HIDDEN);
    }
    return clean;
  }
}
