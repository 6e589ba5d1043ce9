package dev.telltale.detection.field;

import dev.telltale.detection.finding.Match;
import dev.telltale.detection.rules.FieldRole;
import dev.telltale.detection.rules.Keywords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the name and path of a field say about its content, worked out once per distinct path
 * without indices, as far as rules tell names apart. Holds names, which may be sensitive: never
 * printed.
 */
public final class FieldProfile {
  /** Members that hold a value whose name stands elsewhere: OTLP AnyValue, tags, env, labels. */
  private static final Set<String> VALUE_MEMBERS =
      Set.of(
          "value",
          "values",
          "Value",
          "stringValue",
          "intValue",
          "doubleValue",
          "boolValue",
          "bytesValue",
          "arrayValue",
          "string_value",
          "int_value",
          "double_value",
          "bytes_value",
          "array_value",
          "stringVal");

  private static final int MAX_PATH_TOKENS = 64;

  /** Names between a value and the name of what holds it. */
  private static final int MAX_HOLDER_LEVELS = 2;

  private static final int MAX_KEPT_LENGTH = 256;
  private static final List<String> VALUE = List.of("value");
  private static final List<String> VALUES = List.of("values");

  private final FieldProfiles owner;
  private final List<String> nameTokens;
  private final List<String> pathTokens;
  private final List<String> holder;
  private final int levels;
  private final boolean named;
  private final boolean ordinary;
  private final int number;
  private final Set<FieldRole> roles;
  private final int[] candidates;
  private final boolean telling;
  private final Map<String, FieldProfile> children = new HashMap<>(2);
  private final Map<Kind, FieldProfile> kinds = new HashMap<>(2);

  /** What rules know of a child's name. */
  private record Kind(List<String> tokens, boolean pair, boolean ordinary) {}

  FieldProfile(
      FieldProfiles owner,
      List<String> nameTokens,
      List<String> pathTokens,
      List<String> holder,
      int levels,
      boolean named,
      boolean ordinary) {
    this.owner = owner;
    this.nameTokens = nameTokens;
    this.pathTokens = pathTokens;
    this.holder = holder;
    this.levels = levels;
    this.named = named;
    this.ordinary = ordinary;
    this.number = owner.created();
    this.roles = owner.rules().roles().of(nameTokens);
    this.candidates = candidates();
    this.telling =
        IntStream.of(candidates).anyMatch(rule -> owner.rules().rules().get(rule).readsNames());
  }

  /** The member of that name. */
  public FieldProfile child(String name) {
    if (named && VALUE_MEMBERS.contains(name)) {
      return this;
    }
    FieldProfile child = children.get(name);
    return child == null ? keep(name, create(name, false, isOrdinary(name))) : child;
  }

  /** The member that holds the value of a key/value pair: {@code pairName} is its name. */
  public FieldProfile paired(String pairName) {
    String key = "\u0000" + pairName;
    FieldProfile child = children.get(key);
    return child == null ? keep(key, create(pairName, true, true)) : child;
  }

  /** The parameter of that name in a URL or a form, where {@code name} is mostly a person's. */
  public FieldProfile parameter(String name) {
    return name.equals("name") ? paired("query name") : child(name);
  }

  /** Whether the field's own name has one of some words. */
  public boolean hasWord(Set<String> words) {
    return nameTokens.stream().anyMatch(words::contains);
  }

  private FieldProfile keep(String name, FieldProfile child) {
    if (name.length() <= MAX_KEPT_LENGTH && owner.mayKeep()) {
      children.put(name, child);
    }
    return child;
  }

  public static boolean isValueMember(String name) {
    return VALUE_MEMBERS.contains(name);
  }

  private FieldProfile create(String name, boolean pair, boolean ordinaryName) {
    Kind kind = new Kind(owner.vocabulary().tokens(name), pair, ordinaryName);
    FieldProfile known = kinds.get(kind);
    if (known != null) {
      return known;
    }
    List<String> path = new ArrayList<>(pathTokens);
    path.addAll(kind.tokens());
    if (path.size() > MAX_PATH_TOKENS) {
      path = path.subList(path.size() - MAX_PATH_TOKENS, path.size());
    }
    FieldProfile created =
        new FieldProfile(
            owner,
            kind.tokens(),
            List.copyOf(path),
            holderOfMembers(),
            levelsOfMembers(),
            pair,
            ordinaryName);
    if (owner.mayKeep()) {
      kinds.put(kind, created);
    }
    return created;
  }

  /** The nearest name that says what members are, a few levels up. */
  private List<String> holderOfMembers() {
    if (owner.vocabulary().decides(nameTokens)) {
      return nameTokens;
    }
    return levels < MAX_HOLDER_LEVELS ? holder : List.of();
  }

  private int levelsOfMembers() {
    return owner.vocabulary().decides(nameTokens) ? 0 : levels + 1;
  }

  /** Short words of letters, as nearly all names are: nothing in them could match. */
  private boolean isOrdinary(String name) {
    if (name.length() > 32 || !owner.rules().team().known().isEmpty()) {
      return false;
    }
    int digits = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' || c == '.';
      boolean digit = c >= '0' && c <= '9';
      digits += digit ? 1 : 0;
      if (!letter && !digit && c != '/') {
        return false;
      }
    }
    return digits < 4;
  }

  /** Whether the field is called a value, of whatever: a sample of a metric, an exemplar. */
  public boolean saysNothing() {
    return nameTokens.equals(VALUE) || nameTokens.equals(VALUES);
  }

  /** Whether the member's name itself cannot match; a pair's value stands under an ordinary one. */
  public boolean hasOrdinaryName() {
    return ordinary;
  }

  /** Whether the text held nothing when it last stood in such a field. */
  public boolean knowsClean(String text) {
    return owner.clean().contains(this, text);
  }

  /** The matches in a name that was long and scanned of late; otherwise null. */
  public List<Match> knownMatches(String name) {
    return name.length() <= MAX_KEPT_LENGTH ? null : owner.longNames().of(name);
  }

  /** Remembers the matches in a long name. */
  public void keepMatches(String name, List<Match> matches) {
    if (name.length() > MAX_KEPT_LENGTH) {
      owner.longNames().keep(name, matches);
    }
  }

  public void keepClean(String text) {
    owner.clean().add(this, text);
  }

  /** Distinguishes the profiles of one owner. */
  int number() {
    return number;
  }

  private int[] candidates() {
    NameVocabulary vocabulary = owner.vocabulary();
    return vocabulary.asking(pathTokens).stream()
        .filter(rule -> isNamedBy(vocabulary.rule(rule).keywords()))
        .toArray();
  }

  /** Whether a keyword stands in the field's name, or on its path where that counts. */
  public boolean isNamedBy(Keywords keywords) {
    return (keywords.looksIn(Keywords.Where.KEY) && keywords.inName(nameTokens))
        || (keywords.looksIn(Keywords.Where.PATH) && keywords.inName(pathTokens))
        || wordOfHolder(keywords) != null;
  }

  /** Where the field has a role of its own, its name says what it is. */
  private List<String> wordOfHolder(Keywords keywords) {
    boolean looks = keywords.looksIn(Keywords.Where.HOLDER) && !holder.isEmpty() && roles.isEmpty();
    return looks ? keywords.wordInHolder(holder, nameTokens) : null;
  }

  /** Whether nothing but the name of what holds the field says what it is. */
  public boolean isNamedByHolder(Keywords keywords) {
    NameHit hit = nameHit(keywords);
    return hit != null && hit.place == NameHit.Place.HOLDER;
  }

  /** A word in a field's name, on its path or in the name of what holds it. */
  public static final class NameHit {
    /** Where a word stands. */
    public enum Place {
      NAME("the field's name"),
      PATH("the path"),
      HOLDER("the name of what holds the field");

      private final String title;

      Place(String title) {
        this.title = title;
      }

      /** As reasons of findings say it. */
      public String title() {
        return title;
      }
    }

    private final List<String> word;
    private final List<String> in;
    private final Place place;

    NameHit(List<String> word, List<String> in, Place place) {
      this.word = word;
      this.in = in;
      this.place = place;
    }

    /** The tokens of the name or the path. */
    public List<String> in() {
      return in;
    }

    public List<String> word() {
      return word;
    }

    public Place place() {
      return place;
    }
  }

  /** The word that {@link #isNamedBy}, or null. */
  public NameHit nameHit(Keywords keywords) {
    List<String> word =
        keywords.looksIn(Keywords.Where.KEY) ? keywords.wordInName(nameTokens) : null;
    if (word != null) {
      return new NameHit(word, nameTokens, NameHit.Place.NAME);
    }
    word = keywords.looksIn(Keywords.Where.PATH) ? keywords.wordInName(pathTokens) : null;
    if (word != null) {
      return new NameHit(word, pathTokens, NameHit.Place.PATH);
    }
    word = wordOfHolder(keywords);
    return word == null ? null : new NameHit(word, holder, NameHit.Place.HOLDER);
  }

  /** Indices of the rules that the name alone makes look. */
  public int[] candidatesByName() {
    return candidates;
  }

  /** Whether the names of members may be values too, as the name of the object says. */
  public boolean tellsOfMembers() {
    return telling;
  }

  public Set<FieldRole> roles() {
    return roles;
  }

  @Override
  public String toString() {
    return "profile of " + roles + " with " + candidates.length + " candidates";
  }
}
