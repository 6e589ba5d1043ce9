package dev.telltale.detection.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words that raise or lower the confidence of every rule of a category; read from {@code
 * hotwords.yaml}. Immutable.
 */
public final class Hotwords {
  private final List<Entry> entries;

  private Hotwords(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * Words and what they do.
   *
   * @param words where they count; their own confidence does not
   * @param adjust is added to a confidence, once, however many of the words there are
   * @param categories the categories of rules that it is for; empty for all
   */
  public record Entry(Keywords words, double adjust, Set<String> categories) {
    public Entry {
      categories = Set.copyOf(categories);
    }

    String essence() {
      return words.essence() + " " + adjust + " " + new TreeSet<>(categories);
    }
  }

  static Hotwords read(JsonNode yaml, List<String> problems) {
    List<Entry> entries = new ArrayList<>();
    for (JsonNode node : yaml) {
      entries.add(new HotwordEntry("hotwords.yaml", node, problems).read());
    }
    return new Hotwords(entries);
  }

  /** What counts for a rule. */
  public List<Entry> of(Rule rule) {
    List<Entry> found = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.categories().isEmpty() || entry.categories().contains(rule.category())) {
        found.add(entry);
      }
    }
    return found;
  }

  String essence() {
    return entries.stream().map(Entry::essence).toList().toString();
  }
}
