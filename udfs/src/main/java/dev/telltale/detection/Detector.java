package dev.telltale.detection;

import dev.telltale.detection.encoding.Base64Text;
import dev.telltale.detection.encoding.TextTraits;
import dev.telltale.detection.engine.TriggerEngine;
import dev.telltale.detection.field.Field;
import dev.telltale.detection.field.FieldPath;
import dev.telltale.detection.field.FieldProfile;
import dev.telltale.detection.field.FieldProfiles;
import dev.telltale.detection.field.RecordFields;
import dev.telltale.detection.field.Replacements;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.finding.FoundText;
import dev.telltale.detection.finding.Match;
import dev.telltale.detection.repeat.KnownLeaks;
import dev.telltale.detection.repeat.LookBack;
import dev.telltale.detection.repeat.RepeatedValues;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Deadline;
import dev.telltale.limit.Limits;
import dev.telltale.value.JsonParser;
import dev.telltale.value.Span;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds and replaces sensitive values in record bodies. Not thread-safe: one per task, on an
 * executor. Holds memory outside the heap until it is closed.
 */
public final class Detector implements AutoCloseable {
  private final FingerprintKey key;
  private final RuleSet rules;
  private final Limits limits;
  private final JsonParser parser;
  private final TriggerEngine engine;
  private final FieldScanner scanner;
  private final FieldProfiles profiles;
  private final FieldScreen screen;
  private final SharedObjects shared = new SharedObjects();
  private final LookBack lookBack = new LookBack();
  private Deadline deadline = Deadline.NEVER;
  private Consumer<FoundText> watcher = FindingList.UNWATCHED;

  public Detector(RuleSet rules, FingerprintKey key, Limits limits) {
    this(rules, key, limits, TriggerEngine.of(rules));
  }

  /** Also finds values that leaked before. */
  public Detector(RuleSet rules, FingerprintKey key, Limits limits, KnownLeaks leaks) {
    this(rules, key, limits, TriggerEngine.of(rules), leaks, Refusals.NONE);
  }

  /** Also notes what rules looked at and left alone. */
  public Detector(RuleSet rules, FingerprintKey key, Limits limits, Refusals refusals) {
    this(rules, key, limits, TriggerEngine.of(rules), KnownLeaks.NONE, refusals);
  }

  /** With a given engine, which the detector closes; findings do not depend on the choice. */
  Detector(RuleSet rules, FingerprintKey key, Limits limits, TriggerEngine engine) {
    this(rules, key, limits, engine, KnownLeaks.NONE, Refusals.NONE);
  }

  private Detector(
      RuleSet rules,
      FingerprintKey key,
      Limits limits,
      TriggerEngine engine,
      KnownLeaks leaks,
      Refusals refusals) {
    for (String id : rules.team().keyIds()) {
      if (!id.equals(key.id())) {
        throw new IllegalArgumentException(
            "a digest list was made with key " + id + ", this one is " + key.id());
      }
    }
    this.key = key;
    this.rules = rules;
    this.limits = limits;
    this.engine = engine;
    parser = new JsonParser(limits);
    scanner = new FieldScanner(rules, engine, key, leaks, lookBack, refusals);
    screen = new FieldScreen(rules, leaks);
    profiles = new FieldProfiles(rules);
  }

  /**
   * From now on each finding is shown with the text that it is in, in the order of the findings;
   * for who has to write the object again.
   */
  public void watch(Consumer<FoundText> newWatcher) {
    watcher = newWatcher;
  }

  /** Forgets what was found: the next object has its own. */
  public void startObject() {
    lookBack.start();
    startFrame();
  }

  /**
   * The values that were found since {@link #startObject()}, to be looked for where they were not;
   * of keys that are logged line by line all lines.
   */
  public RepeatedValues found() {
    lookBack.keys().end();
    lookBack.folded().end();
    assemble();
    return RepeatedValues.of(lookBack.found());
  }

  /** The same while the object goes on: keys that are open stay so, and are found later. */
  public RepeatedValues foundSoFar() {
    assemble();
    return RepeatedValues.of(lookBack.found());
  }

  /** How many values were found since {@link #startObject()}. */
  public int foundCount() {
    return lookBack.found().size();
  }

  /** The object is read again from its start, and these values are findings wherever they stand. */
  public void lookFor(RepeatedValues values) {
    lookBack.lookFor(values);
    startFrame();
  }

  /** One of several numbers as a field. */
  private static final class LooseField {
    private final int position;
    private final Field field;

    LooseField(int position, Field field) {
      this.position = position;
      this.field = field;
    }

    @Override
    public String toString() {
      return "number " + position;
    }
  }

  /** Each number under each of its names. */
  private List<LooseField> scanLoose(LooseNumbers numbers) {
    List<String> names = numbers.names();
    List<LooseField> loose = new ArrayList<>();
    for (int i = 0; i < numbers.reveal().size(); i++) {
      String number = numbers.reveal().get(i);
      for (int name = 0; number != null && name < Math.max(1, names.size()); name++) {
        FieldProfile profile =
            names.isEmpty() ? profiles.root() : profiles.root().child(names.get(name));
        Field field =
            new Field(Field.Kind.NUMBER, number, profile, List.of(), Span.NONE)
                .at(numbers.place(i));
        if (lookBack.looksAtAll() || screen.admits(field, TextTraits.of(number))) {
          scanner.scan(field);
          loose.add(new LooseField(i, field));
        }
      }
    }
    return loose;
  }

  /** Lets the rules judge what came in parts: keys by their lines, texts that were cut. */
  private void assemble() {
    lookBack
        .keys()
        .drain(
            (key, lines) -> {
              for (Match match : matches(key)) {
                lookBack.found().add(match);
                lines.forEach(line -> lookBack.found().addPart(line, match));
              }
            });
    lookBack.folded().drain(this::assemble);
    lookBack
        .texts()
        .drain(
            (text, cut) -> {
              for (Match match : matches(text)) {
                if (match.start() < cut && match.end() > cut) {
                  lookBack.found().add(match);
                  lookBack.found().addPart(text.substring(match.start(), cut), match);
                  lookBack.found().addPart(text.substring(cut, match.end()), match);
                }
              }
            });
  }

  /** Lets the rules judge what the lines of folded base64 hold together. */
  private void assemble(List<String> lines) {
    Base64Text decoded = Base64Text.of(lines, limits.encodedBytesPerRecord());
    if (decoded != null) {
      for (Match match : matches(decoded.reveal())) {
        lookBack.found().add(match);
        decoded
            .holding(match.start(), match.end())
            .forEach(line -> lookBack.found().addPart(line, match));
      }
    }
  }

  private List<Match> matches(String text) {
    Field whole =
        new Field(Field.Kind.TEXT, text, profiles.root(), List.of(), Span.NONE)
            .at(FieldPath.root("$"));
    scanner.start(EnumSet.noneOf(FaultKind.class));
    scanner.scan(whole);
    return whole.matches();
  }

  /** Forgets shared objects: the next frame has its own. */
  public void startFrame() {
    startFrame(Deadline.NEVER);
  }

  /**
   * The same with the moment by which scanning ends with a {@link
   * dev.telltale.limit.DeadlinePassed}.
   */
  public void startFrame(Deadline newDeadline) {
    shared.clear();
    deadline = newDeadline;
    assemble();
  }

  /** Scans a record body. */
  public Detected detect(Value body, DetectionContext context) {
    return detect(body, LooseNumbers.NONE, context);
  }

  /** Scans a record body and the numbers that belong to it. */
  public Detected detect(Value body, LooseNumbers numbers, DetectionContext context) {
    return detect(body, numbers, context, profiles.root());
  }

  /**
   * Scans a plain text, which is an object of its own.
   *
   * @param fieldName the name of the column or field that holds it, or null
   */
  public Detected detectText(String text, String fieldName) {
    FieldProfile root = profiles.root();
    FieldProfile profile = fieldName == null ? root : root.child(fieldName);
    TextValue body = new TextValue(text);
    startObject();
    Detected first = detect(body, LooseNumbers.NONE, DetectionContext.none(), profile);
    RepeatedValues values = found();
    if (first.redacted() instanceof TextValue left && values.mayStandIn(left.reveal())) {
      lookFor(values);
      return detect(body, LooseNumbers.NONE, DetectionContext.none(), profile);
    }
    return first;
  }

  private Detected detect(
      Value body, LooseNumbers numbers, DetectionContext context, FieldProfile profile) {
    FieldCollector collector = collector(context);
    FieldPath root = FieldPath.root(context.root());
    Field.Tree tree = collector.collect(body, root, profile, context.encodings());
    RecordFields fields = collector.fields();
    List<LooseField> loose = numbers.reveal().isEmpty() ? List.of() : scanLoose(numbers);
    FindingList findings =
        new FindingList(
            key,
            fields,
            new Verdicts(rules.team(), key, context.telemetryType()),
            lookBack,
            watcher);
    tree.leaves().forEach(Overlaps::settle);
    fields.names().values().forEach(findings::add);
    tree.leaves().forEach(findings::add);
    Value redacted = new Redactor(fields, shared, findings::marker).redact(tree);
    Set<Integer> found = new HashSet<>();
    for (LooseField number : loose) {
      if (!number.field.matches().isEmpty() && found.add(number.position)) {
        findings.add(number.field);
      }
    }
    return new Detected(redacted, findings.list(), 0, found, fields.limits());
  }

  /**
   * Scans a window of a longer text that is read in overlapping windows. All of the window is
   * context; findings are reported, relative to {@code ownedFrom}, when they start in {@code
   * [ownedFrom, ownedTo)}. The redacted text runs from {@code ownedFrom} to {@link
   * Detected#consumed()}, which is the window's position after the last owned finding, or {@code
   * ownedTo} if that is further; the next window owns from there. What is left of a finding that
   * started before {@code ownedFrom} is removed.
   */
  public Detected detectWindow(
      TextValue window, int ownedFrom, int ownedTo, DetectionContext context) {
    String text = window.reveal();
    if (ownedFrom < 0 || ownedTo < ownedFrom || ownedTo > text.length()) {
      throw new IllegalArgumentException("the owned part lies inside the window");
    }
    FieldCollector collector = collector(context);
    Field field =
        collector.collectWindow(window, FieldPath.root(context.root()), context.encodings());
    RecordFields fields = collector.fields();
    Overlaps.settle(field);
    FindingList findings =
        new FindingList(
            key,
            fields,
            new Verdicts(rules.team(), key, context.telemetryType()),
            lookBack,
            watcher);
    findings.addWindow(field, ownedFrom, ownedTo);
    List<Replacements.Replacement> replacements = Replacements.of(field);
    int consumed = ownedTo;
    for (Replacements.Replacement replacement : replacements) {
      if (replacement.from() >= ownedFrom && replacement.from() < ownedTo) {
        consumed = Math.max(consumed, replacement.to());
      }
    }
    String redacted =
        Replacements.replaced(text, replacements, ownedFrom, consumed, findings::marker);
    return new Detected(
        new TextValue(redacted), findings.list(), consumed, Set.of(), fields.limits());
  }

  private FieldCollector collector(DetectionContext context) {
    FieldCollector collector =
        new FieldCollector(
            limits,
            parser,
            profiles.root(),
            shared,
            screen,
            this::scan,
            lookBack,
            context.emitter());
    scanner.start(collector.fields().limits());
    return collector;
  }

  private void scan(Field field) {
    deadline.check();
    scanner.scan(field);
  }

  @Override
  public void close() {
    engine.close();
  }
}
