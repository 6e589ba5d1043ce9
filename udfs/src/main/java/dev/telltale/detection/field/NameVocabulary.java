package dev.telltale.detection.field;

import dev.telltale.detection.rules.Hotwords;
import dev.telltale.detection.rules.KeywordTokens;
import dev.telltale.detection.rules.Keywords;
import dev.telltale.detection.rules.RoleEntry;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tokens of names that any rule asks for. All others are alike: to the rules, two names that
 * differ in them only are one. Immutable.
 */
final class NameVocabulary {
  /** Stands for every token that no rule asks for; itself none. */
  private static final String OTHER = " ";

  private static final int MAX_NAME_LENGTH = 256;

  private final List<Rule> rules;
  private final Set<String> tokens = new HashSet<>(Set.of("value", "values"));
  private final Map<String, BitSet> byFirstToken = new HashMap<>();
  private final BitSet unspelled = new BitSet();
  private final List<Keywords> holders = new ArrayList<>();

  NameVocabulary(RuleSet set) {
    rules = set.rules();
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      Keywords keywords = rule.keywords();
      if (keywords != null) {
        add(keywords);
        if (keywords.looksIn(Keywords.Where.HOLDER)) {
          holders.add(keywords);
        }
        if (keywords.required()) {
          index(i, keywords);
        }
      }
      rule.hotwords().forEach(entry -> add(entry.words()));
      for (Hotwords.Entry entry : set.hotwords().of(rule)) {
        add(entry.words());
      }
    }
    for (RoleEntry.Read role : set.roles().entries()) {
      role.names().forEach(tokens::addAll);
      role.heads().forEach(tokens::addAll);
    }
  }

  private void add(Keywords keywords) {
    keywords.words().forEach(tokens::addAll);
    keywords.unless().forEach(tokens::addAll);
    keywords.unlessAfter().forEach(tokens::addAll);
  }

  private void index(int rule, Keywords keywords) {
    for (List<String> word : keywords.words()) {
      if (word.isEmpty()) {
        unspelled.set(rule);
      } else {
        byFirstToken.computeIfAbsent(word.get(0), first -> new BitSet()).set(rule);
      }
    }
  }

  /** The tokens of a name, those that no rule asks for made alike. */
  List<String> tokens(String name) {
    String bounded = name.length() > MAX_NAME_LENGTH ? name.substring(0, MAX_NAME_LENGTH) : name;
    List<String> known = new ArrayList<>();
    for (String token : KeywordTokens.of(bounded)) {
      known.add(tokens.contains(token) ? token : OTHER);
    }
    return List.copyOf(known);
  }

  /** Whether a name says what its members are, to a rule that looks at the names of holders. */
  boolean decides(List<String> name) {
    return holders.stream().anyMatch(keywords -> keywords.decides(name));
  }

  /**
   * Indices of the rules that ask for a keyword which the path may hold, in order.
   *
   * @param path the tokens of all names on the way, those of the field's own name last
   */
  BitSet asking(List<String> path) {
    BitSet asking = (BitSet) unspelled.clone();
    for (String token : path) {
      BitSet some = byFirstToken.get(token);
      if (some != null) {
        asking.or(some);
      }
    }
    return asking;
  }

  Rule rule(int index) {
    return rules.get(index);
  }

  @Override
  public String toString() {
    return "vocabulary of " + tokens.size() + " tokens";
  }
}
