package dev.telltale.detection.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which names of fields give which roles; read from {@code roles.yaml}. Immutable. */
public final class FieldRoles {
  private final Map<FieldRole, List<List<String>>> words;

  private FieldRoles(Map<FieldRole, List<List<String>>> words) {
    this.words = new EnumMap<>(words);
  }

  static FieldRoles read(JsonNode yaml) {
    Map<FieldRole, List<List<String>>> words = new EnumMap<>(FieldRole.class);
    for (Map.Entry<String, JsonNode> entry : yaml.properties()) {
      List<List<String>> names = new ArrayList<>();
      entry.getValue().forEach(name -> names.add(Words.of(name.asText())));
      words.put(FieldRole.valueOf(entry.getKey().toUpperCase(Locale.ROOT)), names);
    }
    return new FieldRoles(words);
  }

  /** The roles of a field whose name has these tokens. */
  public Set<FieldRole> of(List<String> tokens) {
    Set<FieldRole> roles = EnumSet.noneOf(FieldRole.class);
    words.forEach(
        (role, names) -> {
          if (Words.containAny(tokens, names)) {
            roles.add(role);
          }
        });
    return roles;
  }

  String essence() {
    return words.toString();
  }
}
