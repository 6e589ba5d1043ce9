package dev.telltale.detection;

import dev.telltale.detection.context.ContextWords;
import dev.telltale.detection.context.Neighbours;
import dev.telltale.detection.finding.Evidence;
import dev.telltale.detection.rules.FieldRole;
import dev.telltale.detection.rules.Hotwords;
import dev.telltale.detection.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Works out the confidence of one match, and says how. */
final class Confidence {
  private static final double MIN_COUNT = 0.05;
  private static final double MAX_COUNT = 0.99;

  private static final double SEGMENT = 0.15;
  private static final double INNER_SEGMENT = 0.45;

  private final Rule rule;
  private final List<Evidence> evidence = new ArrayList<>(4);
  private double value;

  Confidence(Rule rule, List<String> encodings) {
    this.rule = rule;
    value = rule.confidence();
    evidence.add(Evidence.rule(rule.id(), value));
    rule.validatorNames().forEach(name -> evidence.add(Evidence.check(name)));
    encodings.forEach(encoding -> evidence.add(Evidence.encoding(encoding)));
  }

  /** Of a number without gaps amid other text, which no word sets apart from any other number. */
  void bare() {
    if (rule.bareConfidence() != value) {
      value = rule.bareConfidence();
      evidence.add(Evidence.bare(value));
    }
  }

  /** Behind a word of a path stands the id of a resource as often as what the word says. */
  void segment(Neighbours neighbours) {
    if (neighbours.isSegment()) {
      double adjust = neighbours.isInnerSegment() ? INNER_SEGMENT : SEGMENT;
      value = Math.max(MIN_COUNT, value - adjust);
      evidence.add(Evidence.segment(adjust));
    }
  }

  /**
   * Counts a keyword in.
   *
   * @param hit null when there was none
   * @param outweighed the roles of the field that would have kept the rule out
   */
  void keyword(ContextWords.KeywordHit hit, Set<FieldRole> outweighed) {
    if (hit == null) {
      return;
    }
    evidence.add(hit.evidence());
    outweighed.forEach(role -> evidence.add(Evidence.role(role.id())));
    if (rule.keywords().confidence() != value) {
      value = rule.keywords().confidence();
      evidence.add(Evidence.raisedTo(value));
    }
  }

  /** Each entry counts once. */
  void hotwords(ContextWords context, List<Hotwords.Entry> entries) {
    for (Hotwords.Entry entry : entries) {
      ContextWords.KeywordHit word = context.keywordHit(entry.words());
      if (word != null) {
        double ceiling = Math.max(value, MAX_COUNT);
        value = Math.min(ceiling, Math.max(MIN_COUNT, value + entry.adjust()));
        evidence.add(Evidence.hotword(word.evidence(), entry.adjust()));
      }
    }
  }

  /** From 0 to 1, in steps of a thousandth. */
  double value() {
    return Math.round(value * 1_000) / 1_000.0;
  }

  List<Evidence> evidence() {
    return List.copyOf(evidence);
  }
}
