package dev.telltale.detection.field;

import dev.telltale.detection.finding.Mask;
import dev.telltale.fault.FaultKind;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the fields of one record share. */
public final class RecordFields {
  private final Map<String, Field> names = new HashMap<>();
  private final Set<FaultKind> limits = EnumSet.noneOf(FaultKind.class);
  private final Map<String, String> shown = new HashMap<>();
  private int matchedNames;

  /** Member names that hold matches, by name. */
  public Map<String, Field> names() {
    return names;
  }

  /** How often such a name was met. */
  public int matchedNames() {
    return matchedNames;
  }

  /** Such a name was met once more. */
  public void countMatchedName() {
    matchedNames++;
  }

  public Set<FaultKind> limits() {
    return limits;
  }

  /** A name as it may be shown: with its sensitive parts masked. */
  public String shown(String name) {
    Field field = names.get(name);
    return field == null ? name : shown.computeIfAbsent(name, text -> masked(field));
  }

  private static String masked(Field field) {
    return Replacements.replaced(field, match -> Mask.of(match.reveal()));
  }
}
