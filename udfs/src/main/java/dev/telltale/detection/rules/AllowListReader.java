package dev.telltale.detection.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.telltale.detection.pattern.BoundedPattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one entry of a team's allow list, key by key. */
final class AllowListReader {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "owner",
          "reason",
          "expires",
          "rules",
          "fingerprint",
          "values",
          "plain-values",
          "pattern",
          "path");
  private static final List<String> CONDITIONS =
      List.of("fingerprint", "values", "plain-values", "pattern", "path");

  private final YamlEntry entry;
  private final Map<String, DigestList> lists;
  private final Set<String> ids;
  private final int before;
  private final List<String> problems;

  AllowListReader(
      String file,
      JsonNode node,
      Map<String, DigestList> lists,
      Set<String> ids,
      List<String> problems) {
    this.entry =
        new YamlEntry(
            file + ": allow entry " + node.path("id").asText("without id"), node, problems);
    this.lists = lists;
    this.ids = ids;
    this.problems = problems;
    this.before = problems.size();
  }

  /** Null, with problems, when it cannot be used. */
  AllowListEntry read() {
    entry.known(KEYS, "");
    if (CONDITIONS.stream().noneMatch(key -> entry.node().has(key))) {
      entry.problem("needs one of " + CONDITIONS);
    }
    for (String id : entry.strings("rules")) {
      if (!ids.contains(id)) {
        entry.problem("no rule is called " + id);
      }
    }
    String fingerprint = entry.node().path("fingerprint").asText(null);
    if (fingerprint != null
        && !(fingerprint.length() == 64
            && fingerprint.chars().allMatch(c -> Character.digit(c, 16) >= 0))) {
      entry.problem("fingerprint is 64 hexadecimal digits, as findings show it");
    }
    AllowListEntry read =
        new AllowListEntry(
            entry.text("id"),
            entry.text("owner"),
            entry.text("reason"),
            expires(),
            new HashSet<>(entry.strings("rules")),
            fingerprint,
            values(),
            pattern(),
            entry.node().path("path").asText(null));
    return problems.size() == before ? read : null;
  }

  private LocalDate expires() {
    try {
      return LocalDate.parse(entry.text("expires"));
    } catch (DateTimeException noDate) {
      entry.problem("expires is a date such as 2027-01-31");
      return LocalDate.EPOCH;
    }
  }

  private DigestList values() {
    String key = entry.node().has("values") ? "values" : "plain-values";
    if (!entry.node().has(key)) {
      return null;
    }
    DigestList list = lists.get(entry.node().path(key).asText());
    if (list == null) {
      entry.problem(key + " names a file that was not read");
    }
    return list;
  }

  private Pattern pattern() {
    String pattern = entry.node().path("pattern").asText(null);
    try {
      return pattern == null ? null : BoundedPattern.compile(pattern);
    } catch (PatternSyntaxException broken) {
      entry.problem("pattern: " + broken.getDescription());
      return null;
    }
  }
}
