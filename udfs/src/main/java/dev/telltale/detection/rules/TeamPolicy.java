package dev.telltale.detection.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a team's file says beside its rules: severities, floors, the allow list. Immutable. */
public final class TeamPolicy {
  /** Stands in {@code suppressed_by} for a finding below the floor of its confidence. */
  public static final String BELOW_FLOOR = "confidence-floor";

  static final TeamPolicy NONE =
      new TeamPolicy(TypeSettings.NONE, Map.of(), AllowList.NONE, List.of(), List.of());

  private final TypeSettings everywhere;
  private final Map<String, TypeSettings> byType;
  private final AllowList allowList;
  private final List<KnownValues> known;
  private final List<String> warnings;

  TeamPolicy(
      TypeSettings everywhere,
      Map<String, TypeSettings> byType,
      AllowList allowList,
      List<KnownValues> known,
      List<String> warnings) {
    this.everywhere = everywhere;
    this.byType = Map.copyOf(byType);
    this.allowList = allowList;
    this.known = List.copyOf(known);
    this.warnings = List.copyOf(warnings);
  }

  /** How bad a finding of a rule is in a telemetry type. */
  public String severity(Rule rule, String telemetryType) {
    String inType = of(telemetryType).severity(rule);
    String all = inType == null ? everywhere.severity(rule) : inType;
    return all == null ? rule.severity() : all;
  }

  /** The least confidence that counts. */
  public double floor(Rule rule, String telemetryType) {
    double inType = of(telemetryType).floor(rule);
    return Math.max(0, inType < 0 ? everywhere.floor(rule) : inType);
  }

  private TypeSettings of(String telemetryType) {
    return byType.getOrDefault(telemetryType, TypeSettings.NONE);
  }

  /** The entry that takes a finding out of all counts, or null. */
  public AllowListEntry allowListEntry(AllowListEntry.Seen seen) {
    return allowList.covering(seen);
  }

  /** The entries that may take findings of the rule out of all counts. */
  public List<AllowListEntry> allowListEntries(Rule rule) {
    return allowList.concerning(rule);
  }

  public List<KnownValues> known() {
    return known;
  }

  /** What the team should know and put right, a sentence each: expired entries. */
  public List<String> warnings() {
    return warnings;
  }

  /** The ids of the keys that digests were made with. */
  public List<String> keyIds() {
    List<DigestList> lists = new ArrayList<>();
    known.forEach(each -> lists.add(each.values()));
    lists.addAll(allowList.digests());
    return lists.stream().map(DigestList::keyId).distinct().toList();
  }

  /** Of what decides which values match. The rest judges matches, which are written in any case. */
  String matchingEssence() {
    return known.stream()
        .map(each -> each.rule().id() + each.values().essence())
        .sorted()
        .toList()
        .toString();
  }

  String essence() {
    Map<String, String> types = new TreeMap<>();
    byType.forEach((type, settings) -> types.put(type, settings.essence()));
    return everywhere.essence() + types + allowList.essence() + matchingEssence();
  }
}
