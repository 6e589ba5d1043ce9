package dev.telltale.detection;

import dev.telltale.detection.engine.TriggerEngine;
import dev.telltale.detection.field.Field;
import dev.telltale.detection.field.FieldPath;
import dev.telltale.detection.field.FieldProfile;
import dev.telltale.detection.field.FieldProfiles;
import dev.telltale.detection.field.RecordFields;
import dev.telltale.detection.field.Replacements;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.limit.Deadline;
import dev.telltale.limit.Limits;
import dev.telltale.value.JsonParser;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.List;

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
  private Deadline deadline = Deadline.NEVER;

  public Detector(RuleSet rules, FingerprintKey key, Limits limits) {
    this(rules, key, limits, TriggerEngine.of(rules));
  }

  /** With a given engine, which the detector closes; findings do not depend on the choice. */
  Detector(RuleSet rules, FingerprintKey key, Limits limits, TriggerEngine engine) {
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
    scanner = new FieldScanner(rules, engine, key);
    screen = new FieldScreen(rules);
    profiles = new FieldProfiles(rules);
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
  }

  /** Scans a record body. */
  public Detected detect(Value body, DetectionContext context) {
    return detect(body, context, profiles.root());
  }

  /**
   * Scans a plain text.
   *
   * @param fieldName the name of the column or field that holds it, or null
   */
  public Detected detectText(String text, String fieldName) {
    FieldProfile root = profiles.root();
    return detect(
        new TextValue(text),
        DetectionContext.none(),
        fieldName == null ? root : root.child(fieldName));
  }

  private Detected detect(Value body, DetectionContext context, FieldProfile profile) {
    FieldCollector collector = collector();
    FieldPath root = FieldPath.root(context.root());
    Field.Tree tree = collector.collect(body, root, profile, context.encodings());
    RecordFields fields = collector.fields();
    FindingList findings =
        new FindingList(key, fields, new Verdicts(rules.team(), key, context.telemetryType()));
    tree.leaves().forEach(Overlaps::settle);
    fields.names().values().forEach(findings::add);
    tree.leaves().forEach(findings::add);
    Value redacted = new Redactor(fields, shared, findings::marker).redact(tree);
    return new Detected(redacted, findings.list(), 0, fields.limits());
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
    FieldCollector collector = collector();
    Field field =
        collector.collectWindow(window, FieldPath.root(context.root()), context.encodings());
    RecordFields fields = collector.fields();
    Overlaps.settle(field);
    FindingList findings =
        new FindingList(key, fields, new Verdicts(rules.team(), key, context.telemetryType()));
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
    return new Detected(new TextValue(redacted), findings.list(), consumed, fields.limits());
  }

  private FieldCollector collector() {
    FieldCollector collector =
        new FieldCollector(limits, parser, profiles.root(), shared, screen, this::scan);
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
