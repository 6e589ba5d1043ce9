package dev.telltale.detection;

import dev.telltale.fault.FaultKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that one record gives to scan. */
final class RecordFields {
  private final List<Field> scanned = new ArrayList<>();
  private final Map<String, Field> names = new HashMap<>();
  private final Set<FaultKind> limits = EnumSet.noneOf(FaultKind.class);

  /** The fields whose text goes through the engine. */
  List<Field> scanned() {
    return scanned;
  }

  /** Member names that are scanned, by name. */
  Map<String, Field> names() {
    return names;
  }

  Set<FaultKind> limits() {
    return limits;
  }

  /** A name as it may be shown: with its sensitive parts masked. */
  String shown(String name) {
    Field field = names.get(name);
    return field == null ? name : Spans.replaced(field, match -> Mask.of(match.reveal()));
  }
}
