package dev.telltale.detection.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.telltale.detection.validators.catalogue.ValidatorCatalogue;
import dev.telltale.limit.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The rules of a run. Immutable and thread-safe. Not serialisable: executors build it anew from its
 * sources, which the job ships.
 */
public final class RuleSet {
  /** Raised when the engine-independent part of matching changes. */
  private static final int MATCHING_VERSION = 2;

  private static final int ID_LENGTH = 16;
  private static final String FOLDER = "/dev/telltale/detection/";
  private static final List<String> BUILTIN_FILES =
      List.of(
          "cloud.yaml",
          "developer.yaml",
          "service.yaml",
          "model.yaml",
          "delivery.yaml",
          "gitpod.yaml",
          "hosting.yaml",
          "observability.yaml",
          "commerce.yaml",
          "messaging.yaml",
          "business.yaml",
          "command.yaml",
          "environment.yaml",
          "secret.yaml",
          "personal.yaml",
          "personal-europe.yaml",
          "personal-americas.yaml",
          "personal-asia-pacific.yaml",
          "personal-middle-east-africa.yaml",
          "financial.yaml",
          "health.yaml",
          "network.yaml");

  private final List<Rule> all;
  private final List<Rule> rules;
  private final Set<String> enabled;
  private final Set<String> disabled;
  private final FieldRoles roles;
  private final Hotwords hotwords;
  private final PublishedExamples published;
  private final boolean includesExamples;
  private final TeamPolicy team;
  private final String matching;
  private final String content;

  private RuleSet(
      List<Rule> all,
      Set<String> enabled,
      Set<String> disabled,
      FieldRoles roles,
      Hotwords hotwords,
      PublishedExamples published,
      boolean includesExamples,
      TeamPolicy team) {
    this.all = List.copyOf(all);
    this.enabled = Set.copyOf(enabled);
    this.disabled = Set.copyOf(disabled);
    this.roles = roles;
    this.hotwords = hotwords;
    this.published = published;
    this.includesExamples = includesExamples;
    this.team = team;
    this.rules = all.stream().filter(this::isOn).toList();
    String matches = matches();
    this.matching = sha256(matches + team.matchingEssence());
    this.content = sha256(matches + team.essence());
  }

  /** The rules that Telltale brings. */
  public static RuleSet builtin() {
    return Builtin.RULES;
  }

  /** Everything at once, loaded once per JVM. */
  private static final class Builtin {
    private static final RuleSet RULES = load();

    private static RuleSet load() {
      List<String> problems = new ArrayList<>();
      List<Rule> rules = new ArrayList<>();
      for (String file : BUILTIN_FILES) {
        rules.addAll(RuleFile.builtin(file, problems).read(resource(file)));
      }
      FieldRoles roles = roles(problems);
      Hotwords hotwords = Hotwords.read(yaml("hotwords.yaml"), problems);
      PublishedExamples published = PublishedExamples.read(yaml("published-examples.yaml"));
      refuse(problems, rules);
      return new RuleSet(
          rules, Set.of(), Set.of(), roles, hotwords, published, false, TeamPolicy.NONE);
    }
  }

  /**
   * The same rules with some switched on or off; off wins.
   *
   * @throws RuleProblems when an id names no rule
   */
  public RuleSet switched(Collection<String> on, Collection<String> off) {
    List<String> problems = new ArrayList<>();
    Set<String> known = new HashSet<>();
    all.forEach(rule -> known.add(rule.id()));
    for (Collection<String> ids : List.of(on, off)) {
      for (String ruleId : ids) {
        if (!known.contains(ruleId)) {
          problems.add("no rule is called " + ruleId + "; `telltale rules list` names them");
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new RuleProblems(problems);
    }
    return new RuleSet(
        all,
        new HashSet<>(on),
        new HashSet<>(off),
        roles,
        hotwords,
        published,
        includesExamples,
        team);
  }

  /**
   * The same rules with what a team's own file adds and changes.
   *
   * @throws RuleProblems with every problem of the file
   */
  public RuleSet with(TeamSource source) {
    List<String> problems = new ArrayList<>();
    TeamFile file = new TeamFile(source, problems);
    file.read(all);
    List<Rule> more = new ArrayList<>(all);
    more.addAll(file.rules());
    refuse(problems, more);
    return new RuleSet(
        more, file.on(), file.off(), roles, hotwords, published, includesExamples, file.policy());
  }

  /** What a team's file says beside its rules. */
  public TeamPolicy team() {
    return team;
  }

  /** The same rules, reporting published example values too. */
  public RuleSet includingExamples() {
    return new RuleSet(all, enabled, disabled, roles, hotwords, published, true, team);
  }

  /** The rules that are on; the position is the rule's index in the engine. */
  public List<Rule> rules() {
    return rules;
  }

  /** Those that are off as well. */
  public List<Rule> allRules() {
    return all;
  }

  public FieldRoles roles() {
    return roles;
  }

  public Hotwords hotwords() {
    return hotwords;
  }

  /** Whether a value is a published example that this set does not report. */
  public boolean ignores(String value) {
    return !includesExamples && published.contains(value);
  }

  /** {@link #id(Limits)} under the limits that a run has by default. */
  public String id() {
    return id(Limits.defaults());
  }

  /**
   * First 16 hex digits of a SHA-256 over everything that decides a match: rules, roles, hotwords,
   * published examples, a team's own file, and how deep encodings are decoded.
   */
  public String id(Limits limits) {
    return sha256(content + " " + limits.encodingDepth() + " " + limits.encodedBytesPerRecord())
        .substring(0, ID_LENGTH);
  }

  /**
   * A digest over what decides which values match, as {@link #id()} without what a team's file says
   * about matches: severities, floors and the allow list. Two sets with the same digest find the
   * same values at the same places, and report or suppress each of them in their own way; so an
   * object in which one found nothing, not even to suppress, holds nothing for the other.
   */
  public String matchingId() {
    Limits limits = Limits.defaults();
    return sha256(matching + " " + limits.encodingDepth() + " " + limits.encodedBytesPerRecord());
  }

  private boolean isOn(Rule rule) {
    return !disabled.contains(rule.id())
        && (rule.enabledByDefault() || enabled.contains(rule.id()));
  }

  private static void refuse(List<String> problems, List<Rule> rules) {
    Set<String> seen = new HashSet<>();
    for (Rule rule : rules) {
      if (!seen.add(rule.id())) {
        problems.add("two rules are called " + rule.id());
      }
    }
    if (!problems.isEmpty()) {
      throw new RuleProblems(problems);
    }
  }

  /** All that the team's policy has no part in. */
  private String matches() {
    StringBuilder all = new StringBuilder();
    rules.stream().map(Rule::essence).sorted().forEach(each -> all.append(each).append('\u0001'));
    all.append(MATCHING_VERSION)
        .append(' ')
        .append(ValidatorCatalogue.VERSION)
        .append(' ')
        .append(includesExamples)
        .append(roles.essence())
        .append(hotwords.essence())
        .append(published.essence());
    return all.toString();
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every Java", impossible);
    }
  }

  private static FieldRoles roles(List<String> problems) {
    List<RoleEntry.Read> entries = new ArrayList<>();
    for (JsonNode node : yaml("roles.yaml")) {
      RoleEntry.Read entry = new RoleEntry(node, problems).read();
      if (entry != null) {
        entries.add(entry);
      }
    }
    return new FieldRoles(entries);
  }

  private static JsonNode yaml(String file) {
    try {
      return new YAMLMapper().readTree(resource(file));
    } catch (IOException broken) {
      throw new UncheckedIOException("reading " + file, broken);
    }
  }

  private static String resource(String file) {
    try (InputStream in = RuleSet.class.getResourceAsStream(FOLDER + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("reading " + file, broken);
    }
  }

  @Override
  public String toString() {
    return "rule set " + id() + " of " + rules.size() + " rules";
  }
}
