package dev.telltale.detection.rules;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads a team's own file whole: {@code conf/rules-example.yaml} shows every key. */
final class TeamFile {
  private static final Set<String> KEYS =
      Set.of("rules", "on", "off", "severity", "floor", "floors", "telemetry", "allow", "known");
  private static final Set<String> TYPE_KEYS = Set.of("severity", "floor", "floors");
  private static final Set<String> TYPES =
      Set.of("kubernetes", "metrics", "logs", "audit", "traces", "analytics", "billing", "other");

  private final TeamSource source;
  private final List<String> problems;
  private final Map<String, DigestList> lists = new HashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private final Set<String> on = new HashSet<>();
  private final Set<String> off = new HashSet<>();
  private TeamPolicy policy = TeamPolicy.NONE;

  TeamFile(TeamSource source, List<String> problems) {
    this.source = source;
    this.problems = problems;
  }

  List<Rule> rules() {
    return rules;
  }

  Set<String> on() {
    return on;
  }

  Set<String> off() {
    return off;
  }

  TeamPolicy policy() {
    return policy;
  }

  /**
   * Reads the file.
   *
   * @param builtin the rules that it may speak of beside its own
   */
  void read(List<Rule> builtin) {
    JsonNode root;
    try {
      root = new YAMLMapper().readTree(source.yaml());
    } catch (JacksonException broken) {
      problems.add(RuleFile.notYaml(source.name(), broken));
      return;
    }
    if (root != null && root.isArray()) {
      rules.addAll(RuleFile.ofTeam(source.name(), problems).read(root));
      return;
    }
    if (root == null || !root.isObject()) {
      problems.add(
          source.name()
              + ": a rule file is a list of rules, or a mapping of these keys: "
              + new TreeSet<>(KEYS));
      return;
    }
    source.lists().forEach((name, text) -> lists.put(name, DigestList.read(name, text, problems)));
    YamlEntry file = new YamlEntry(source.name(), root, problems);
    file.known(KEYS, "");
    rules.addAll(RuleFile.ofTeam(source.name(), problems).read(root.path("rules")));
    List<KnownValues> known = known(root.path("known"));
    known.forEach(each -> rules.add(each.rule()));
    Set<String> ids = new HashSet<>();
    builtin.forEach(rule -> ids.add(rule.id()));
    rules.forEach(rule -> ids.add(rule.id()));
    switches(file, ids);
    TypeSettings everywhere = settings(file, "", ids);
    Map<String, TypeSettings> byType = telemetry(root.path("telemetry"), ids);
    allow(root.path("allow"), ids, everywhere, byType, known);
  }

  private void switches(YamlEntry file, Set<String> ids) {
    on.addAll(file.strings("on"));
    off.addAll(file.strings("off"));
    Set<String> named = new TreeSet<>(on);
    named.addAll(off);
    for (String id : named) {
      if (!ids.contains(id)) {
        file.problem("no rule is called " + id + "; `telltale rules list` names them");
      } else if (on.contains(id) && off.contains(id)) {
        file.problem(id + " is both on and off");
      }
    }
  }

  private Map<String, TypeSettings> telemetry(JsonNode types, Set<String> ids) {
    Map<String, TypeSettings> settings = new HashMap<>();
    for (Map.Entry<String, JsonNode> type : types.properties()) {
      String place = source.name() + ": telemetry." + type.getKey();
      YamlEntry entry = new YamlEntry(place, type.getValue(), problems);
      if (!TYPES.contains(type.getKey())) {
        entry.problem("is not one of " + new TreeSet<>(TYPES));
      }
      entry.known(TYPE_KEYS, "");
      settings.put(type.getKey(), settings(entry, "", ids));
    }
    return settings;
  }

  private TypeSettings settings(YamlEntry entry, String prefix, Set<String> ids) {
    Map<String, String> severities = new HashMap<>();
    Map<String, Double> floors = new HashMap<>();
    for (Map.Entry<String, JsonNode> each : entry.node().path("severity").properties()) {
      String severity = each.getValue().asText();
      isKnown(entry, prefix + "severity", each.getKey(), ids);
      if (!RuleEntry.SEVERITIES.contains(severity)) {
        entry.problem(
            "severity."
                + each.getKey()
                + ": "
                + severity
                + " is not one of "
                + new TreeSet<>(RuleEntry.SEVERITIES));
      }
      severities.put(each.getKey(), severity);
    }
    YamlEntry ofFloors =
        new YamlEntry(source.name() + ": floors", entry.node().path("floors"), problems);
    for (Map.Entry<String, JsonNode> each : entry.node().path("floors").properties()) {
      isKnown(entry, prefix + "floors", each.getKey(), ids);
      floors.put(each.getKey(), ofFloors.probability(each.getKey(), 0));
    }
    return new TypeSettings(severities, floors, entry.probability("floor", 0));
  }

  private static void isKnown(YamlEntry entry, String where, String name, Set<String> ids) {
    if (!ids.contains(name) && !RuleEntry.CATEGORIES.contains(name)) {
      entry.problem(where + ": " + name + " is neither a rule nor a category");
    }
  }

  private List<KnownValues> known(JsonNode nodes) {
    List<KnownValues> known = new ArrayList<>();
    for (JsonNode node : nodes) {
      KnownValues read = new KnownEntry(source.name(), node, lists, problems).read();
      if (read != null) {
        known.add(read);
      }
    }
    return known;
  }

  private void allow(
      JsonNode nodes,
      Set<String> ids,
      TypeSettings everywhere,
      Map<String, TypeSettings> byType,
      List<KnownValues> known) {
    List<AllowListEntry> active = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode node : nodes) {
      AllowListEntry entry = new AllowListReader(source.name(), node, lists, ids, problems).read();
      if (entry != null && !seen.add(entry.id())) {
        problems.add(source.name() + ": two allow entries are called " + entry.id());
      } else if (entry != null && entry.isExpired(source.today())) {
        warnings.add(entry.warning());
      } else if (entry != null) {
        active.add(entry);
      }
    }
    policy = new TeamPolicy(everywhere, byType, new AllowList(active), known, warnings);
  }
}
