package dev.telltale.jobs.command.erase;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.settings.Problem;
import dev.telltale.jobs.settings.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Fingerprints as a person hands them over: a line each, in hex; lines that start with {@code #}
 * say something about them.
 */
final class FingerprintList {
  private static final String TITLE = "# telltale fingerprints, key ";
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-fA-F]{64}");

  private FingerprintList() {}

  /**
   * Of a subject's values, in the spellings in which they are most often written: as given, in
   * lower case, in upper case. A fingerprint knows no other.
   */
  static String write(List<String> values, FingerprintKey key) {
    Set<String> lines = new TreeSet<>();
    for (String value : values) {
      for (String spelling :
          Set.copyOf(
              List.of(value, value.toLowerCase(Locale.ROOT), value.toUpperCase(Locale.ROOT)))) {
        lines.add(key.fingerprint(spelling));
      }
    }
    return TITLE + key.id() + "\n" + String.join("\n", lines) + "\n";
  }

  /**
   * Checks what stands on the command line.
   *
   * @throws UserMistake if one is none
   */
  static List<String> checked(List<String> given) {
    List<String> checked = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String each : given) {
      if (FINGERPRINT.matcher(each).matches()) {
        checked.add(each.toLowerCase(Locale.ROOT));
      } else {
        // Not quoted: a person may have pasted the value itself.
        problems.add(
            new Problem(
                "--fingerprint is given something that is no fingerprint",
                "a fingerprint has 64 hex digits, this text has " + each.length() + " characters",
                "take it from the column fingerprint of a finding; never write a value on a command"
                    + " line"));
      }
    }
    if (!problems.isEmpty()) {
      throw new UserMistake(problems);
    }
    return checked;
  }

  /**
   * @throws UserMistake if it cannot be read, or a line is no fingerprint
   */
  static List<String> read(String option, String file) {
    Set<String> found = new LinkedHashSet<>();
    try {
      Path path = Path.of(file);
      if (Files.size(path) > RunLimits.MAX_TEAM_FILE_BYTES) {
        throw new UserMistake(
            option + " " + file + " is too large",
            "it has more than 64 MiB",
            "divide it, and make several plans");
      }
      int number = 0;
      for (String line : Files.readAllLines(path)) {
        number++;
        String text = line.strip();
        if (text.isEmpty() || text.charAt(0) == '#') {
          continue;
        }
        if (!FINGERPRINT.matcher(text).matches()) {
          throw new UserMistake(
              option + " " + file + ": line " + number + " is no fingerprint",
              "a fingerprint has 64 hex digits",
              "telltale erase digest FILE makes such a list of a person's own values");
        }
        found.add(text.toLowerCase(Locale.ROOT));
      }
    } catch (IOException unreadable) {
      throw new UserMistake(
          option + " " + file + " cannot be read",
          unreadable.getClass().getSimpleName(),
          "name a readable file with one fingerprint on each line");
    }
    if (found.isEmpty()) {
      throw new UserMistake(
          option + " " + file + " holds no fingerprint",
          "no line of it is one",
          "telltale erase digest FILE makes such a list of a person's own values");
    }
    return List.copyOf(found);
  }
}
