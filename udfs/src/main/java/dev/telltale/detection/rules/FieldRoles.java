package dev.telltale.detection.rules;

import com.google.re2j.Pattern;
import dev.telltale.detection.pattern.BoundedPattern;
import dev.telltale.detection.pattern.CharacterKinds;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which names of fields give which roles, what a value must look like to have a role by name, and
 * which shapes give a role without a name; read from {@code roles.yaml}. Immutable.
 */
public final class FieldRoles {
  private final List<RoleEntry.Read> entries;
  private final Map<String, List<RoleName>> names = new HashMap<>();
  private final Map<String, List<HeadPhrase>> heads = new HashMap<>();
  private final Set<String> units = new HashSet<>();
  private final Map<FieldRole, Pattern> values = new EnumMap<>(FieldRole.class);
  private final List<RoleShape> shapes = new ArrayList<>();

  FieldRoles(List<RoleEntry.Read> entries) {
    this.entries = List.copyOf(entries);
    for (RoleEntry.Read entry : entries) {
      for (List<String> name : entry.names()) {
        names
            .computeIfAbsent(name.get(0), first -> new ArrayList<>())
            .add(new RoleName(name, entry.role()));
      }
      for (List<String> phrase : entry.heads()) {
        heads
            .computeIfAbsent(phrase.get(phrase.size() - 1), last -> new ArrayList<>())
            .add(new HeadPhrase(phrase, entry.role()));
      }
      units.addAll(entry.units());
      if (entry.value() != null) {
        values.put(entry.role(), BoundedPattern.compile(entry.value()));
      }
      shapes.addAll(entry.shapes());
    }
  }

  /** The roles of a field whose name has these tokens. */
  public Set<FieldRole> of(List<String> tokens) {
    Set<FieldRole> roles = EnumSet.noneOf(FieldRole.class);
    for (String token : tokens) {
      for (RoleName name : names.getOrDefault(token, List.of())) {
        if (KeywordTokens.contain(tokens, name.tokens())) {
          roles.add(name.role());
        }
      }
    }
    return roles;
  }

  /** By its first token in {@link #names}. */
  private record RoleName(List<String> tokens, FieldRole role) {}

  /** What a phrase is of: a role, and how many of its last tokens say so. */
  public record Head(FieldRole role, int size) {}

  /** By its last token in {@link #heads}. */
  private record HeadPhrase(List<String> tokens, FieldRole role) {}

  /** The head of a name or a phrase: the longest that it ends with, or null. */
  public Head headOf(List<String> tokens) {
    if (tokens.isEmpty()) {
      return null;
    }
    Head longest = null;
    for (HeadPhrase head : heads.getOrDefault(tokens.get(tokens.size() - 1), List.of())) {
      int size = head.tokens().size();
      if ((longest == null || size > longest.size())
          && KeywordTokens.endWith(tokens, head.tokens())) {
        longest = new Head(head.role(), size);
      }
    }
    return longest;
  }

  /** Whether a word after a number, in lower case, says what the number counts. */
  public boolean isUnit(String word) {
    return units.contains(word);
  }

  /** Whether a value looks as what has the role by its name does. */
  public boolean fits(FieldRole role, String value) {
    Pattern pattern = values.get(role);
    return pattern == null || pattern.matches(value);
  }

  /**
   * Whether a token has a shape that keeps a rule out.
   *
   * @param needed the least strength that counts
   */
  public boolean hasShape(String token, Rule rule, RoleShape.Strength needed) {
    int kinds = CharacterKinds.of(token);
    for (RoleShape shape : shapes) {
      if (shape.strength().compareTo(needed) >= 0
          && keepsOut(shape, rule)
          && shape.matches(token, kinds)) {
        return true;
      }
    }
    return false;
  }

  /** A shape that outweighs words is no number of anybody, whatever the rule says. */
  private static boolean keepsOut(RoleShape shape, Rule rule) {
    return switch (shape.strength()) {
      case ALWAYS -> true;
      case BESIDE_KEYWORD -> rule.readsNumbers() || rule.excludedRoles().contains(shape.role());
      case WITHOUT_KEYWORD -> rule.excludedRoles().contains(shape.role());
    };
  }

  /** As they stand in the file, with the examples that they are tested with. */
  public List<RoleEntry.Read> entries() {
    return entries;
  }

  String essence() {
    return entries.stream().map(RoleEntry.Read::essence).sorted().toList().toString();
  }
}
