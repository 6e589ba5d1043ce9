package dev.telltale.detection;

import dev.telltale.detection.field.Field;
import dev.telltale.detection.field.FieldPath;
import dev.telltale.detection.field.RecordFields;
import dev.telltale.detection.finding.Finding;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.finding.FoundText;
import dev.telltale.detection.finding.Mask;
import dev.telltale.detection.finding.Match;
import dev.telltale.detection.repeat.LookBack;
import dev.telltale.detection.rules.Rule;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.value.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Turns matches into findings: fingerprints and masks in, values out. */
final class FindingList {
  static final Consumer<FoundText> UNWATCHED = found -> {};

  private static final int SHOWN_FINGERPRINT = 8;

  private final FingerprintKey key;
  private final RecordFields fields;
  private final Verdicts verdicts;
  private final List<Finding> findings = new ArrayList<>();
  private final LookBack lookBack;
  private final Map<Rule, Integer> counts = new HashMap<>();
  private final Map<String, String> fingerprints = new HashMap<>();
  private final Consumer<FoundText> watcher;

  FindingList(
      FingerprintKey key,
      RecordFields fields,
      Verdicts verdicts,
      LookBack lookBack,
      Consumer<FoundText> watcher) {
    this.watcher = watcher;
    this.lookBack = lookBack;
    this.verdicts = verdicts;
    this.key = key;
    this.fields = fields;
  }

  List<Finding> list() {
    return findings;
  }

  /** What replaces a value. */
  String marker(Match match) {
    String fingerprint = fingerprint(match.reveal()).substring(0, SHOWN_FINGERPRINT);
    return "[telltale:" + match.rule().id() + ":" + fingerprint + "]";
  }

  /** The field's own matches and those of everything decoded from it. */
  void add(Field field) {
    for (Match match : field.matches()) {
      for (FieldPath path : field.paths()) {
        add(match, field, path, match.start());
      }
    }
    field.derived().forEach(derived -> add(derived.copy()));
    if (field.inner() != null) {
      field.inner().leaves().forEach(this::add);
    }
  }

  /** What starts in the owned part of a window, positions counted from there. */
  void addWindow(Field field, int ownedFrom, int ownedTo) {
    for (Match match : field.matches()) {
      if (match.start() >= ownedFrom && match.start() < ownedTo) {
        add(match, field, field.paths().get(0), match.start() - ownedFrom);
      }
    }
    for (Field.Derived derived : field.derived()) {
      if (derived.isOpaque()) {
        if (derived.from() >= ownedFrom && derived.from() < ownedTo) {
          add(derived.copy());
        }
      } else {
        addCopy(derived, ownedFrom, ownedTo);
      }
    }
  }

  /**
   * A decoded copy of the window: positions count from the first decoded character that is owned.
   */
  private void addCopy(Field.Derived derived, int ownedFrom, int ownedTo) {
    Field copy = derived.copy();
    int first = 0;
    while (first < copy.reveal().length()
        && derived.from(new Match(null, first, first, "", 0)) < ownedFrom) {
      first++;
    }
    for (Match match : copy.matches()) {
      int from = derived.from(match);
      if (from >= ownedFrom && from < ownedTo) {
        add(match, copy, copy.paths().get(0), match.start() - first);
      }
    }
    for (Field.Derived inner : copy.derived()) {
      int from = derived.from(new Match(null, inner.from(), inner.from(), "", 0));
      if (from >= ownedFrom && from < ownedTo) {
        add(inner.copy());
      }
    }
  }

  private void add(Match match, Field field, FieldPath path, int start) {
    Rule rule = match.rule();
    if (counts.merge(rule, 1, Integer::sum) > Limits.MAX_FINDINGS_PER_RULE) {
      fields.limits().add(FaultKind.FINDING_LIMIT);
      lookBack.found().add(match);
      show(null, match, field, path);
      return;
    }
    String fingerprint = fingerprint(match.reveal());
    String pattern = path.pattern(fields::shown);
    String suppressedBy = verdicts.suppressedBy(match, fingerprint, pattern);
    if (suppressedBy == null) {
      lookBack.found().add(match);
    }
    Finding finding =
        new Finding(
            rule.id(),
            rule.category(),
            verdicts.severity(rule),
            match.confidence(),
            fingerprint,
            Mask.of(match.reveal()),
            path.path(fields::shown),
            pattern,
            start,
            match.end() - match.start(),
            field.encodings(),
            spanOf(field, path),
            match.evidence(),
            suppressedBy,
            match.knownCase());
    findings.add(finding);
    show(finding, match, field, path);
  }

  private static Span spanOf(Field field, FieldPath path) {
    return path.nameSpan().isKnown() ? path.nameSpan() : field.span();
  }

  private void show(Finding finding, Match match, Field field, FieldPath path) {
    if (watcher != UNWATCHED) {
      watcher.accept(
          new FoundText(
              finding,
              fingerprint(match.reveal()),
              match.reveal(),
              field.reveal(),
              match.start(),
              match.end(),
              field.kind() == Field.Kind.NUMBER,
              path.path(fields::shown),
              spanOf(field, path)));
    }
  }

  private String fingerprint(String value) {
    return fingerprints.computeIfAbsent(value, key::fingerprint);
  }
}
