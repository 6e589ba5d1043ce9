package dev.telltale.detection.field;

import dev.telltale.detection.finding.Mask;
import dev.telltale.fault.FaultKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that one record gives to scan. */
public final class RecordFields {
  private final List<Field> scanned = new ArrayList<>();
  private final Map<String, Field> names = new HashMap<>();
  private final Set<FaultKind> limits = EnumSet.noneOf(FaultKind.class);

  /** The fields whose text goes through the engine. */
  public List<Field> scanned() {
    return scanned;
  }

  /** Member names that are scanned, by name. */
  public Map<String, Field> names() {
    return names;
  }

  public Set<FaultKind> limits() {
    return limits;
  }

  /** A name as it may be shown: with its sensitive parts masked. */
  public String shown(String name) {
    Field field = names.get(name);
    return field == null ? name : Replacements.replaced(field, match -> Mask.of(match.reveal()));
  }
}
