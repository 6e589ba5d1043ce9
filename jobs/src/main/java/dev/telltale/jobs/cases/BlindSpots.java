package dev.telltale.jobs.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why the vendor's sanitiser let a field pass, by what its published code does and does not look
 * at. Whether an exporter runs that code is inferred, and said so.
 *
 * @see <a href="https://github.com/gitpod-io/gitpod/tree/main/components/scrubber">its source</a>
 */
final class BlindSpots {
  static final String ABOUT = "why it passed";

  /** Parts of names, in lower case, under which it removes or hashes a text. */
  private static final List<String> WORDS =
      List.of(
          "auth_",
          "password",
          "token",
          "ssh",
          "private",
          "jwt",
          "secret",
          "email",
          "metaid",
          "workspaceid",
          "username");

  private static final Set<String> MESSAGES =
      Set.of("message", "msg", "log", "error", "stack_trace");

  private BlindSpots() {}

  /** The reasons that hold for a field, the most specific first; never none. */
  static List<Clue> of(LeakedField field) {
    List<Clue> clues = new ArrayList<>();
    List<String> names = field.allNames();
    String last = names.isEmpty() ? "" : names.get(names.size() - 1);
    if (field.isObjectKey()) {
      add(clues, field, "the key of the object", "keys of objects are not sanitised");
      return clues;
    }
    if (field.isName()) {
      add(
          clues,
          field,
          "the name of a field",
          "names of fields and keys of maps are never sanitised");
    }
    List<String> encodings = field.encodingsOfSender();
    if (encodings.contains("base64")) {
      add(clues, field, "inside base64", "base64 is not decoded");
    }
    if (encodings.contains("json")) {
      add(clues, field, "JSON inside a text", "names inside a text are not seen");
    }
    for (String encoding : encodings) {
      if (!Set.of("base64", "json", "snappy", "protobuf").contains(encoding)) {
        add(clues, field, "inside " + encoding, encoding + " is not decoded");
      }
    }
    if (field.telemetryType().equals("logs") && names.size() <= 1 && MESSAGES.contains(last)) {
      add(
          clues,
          field,
          "text of a message",
          "message, error and stack of a log line are left as they are");
    }
    if (field.telemetryType().equals("metrics") && !field.isName()) {
      add(
          clues,
          field,
          "a label of a metric",
          "labels are judged by their name only, never by their value");
    }
    sensitiveAbove(clues, field, names);
    if (clues.isEmpty() && last.equals("value")) {
      add(
          clues,
          field,
          "the value of a pair of name and value",
          "such a pair is judged by its name, and this one's name holds none of the words (password, token, secret, ...)");
    } else if (!field.isName() && !last.isEmpty() && clues.isEmpty()) {
      String word = word(last);
      if (word == null) {
        add(
            clues,
            field,
            "a harmless name: " + last,
            "under a name without one of the words (password, token, secret, ...)"
                + " a text is kept as it is");
      } else {
        add(
            clues,
            field,
            "it should not have passed: the name " + last + " holds \"" + word + "\"",
            "text under such a name is removed, so the record did not go through the sanitiser, or the"
                + " value was marked as trusted or is no text");
      }
    }
    noRule(clues, field);
    return clues;
  }

  private static void sensitiveAbove(List<Clue> clues, LeakedField field, List<String> names) {
    int values = field.isItem() ? names.size() : names.size() - 1;
    for (int at = 0; at < values; at++) {
      String word = word(names.get(at));
      if (word != null) {
        add(
            clues,
            field,
            "inside " + names.get(at),
            "lists and objects under a sensitive name are entered, and the name is forgotten");
        return;
      }
    }
  }

  /** Two patterns of values are all that the sanitiser has. */
  private static void noRule(List<Clue> clues, LeakedField field) {
    if (!field.rule().equals("pii.email")) {
      add(
          clues,
          field,
          "no rule for " + field.rule(),
          "by their value only e-mail addresses and addresses of repositories (https://....git) are known");
    }
  }

  private static @Nullable String word(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return WORDS.stream().filter(lower::contains).findFirst().orElse(null);
  }

  private static void add(List<Clue> clues, LeakedField field, String answer, String evidence) {
    clues.add(
        new Clue(ABOUT, answer, field.records(), "published code of the sanitiser: " + evidence));
  }
}
