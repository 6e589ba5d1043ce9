package dev.telltale.detection;

import dev.telltale.detection.engine.TriggerEngine;
import dev.telltale.detection.field.Field;
import dev.telltale.detection.field.FieldPath;
import dev.telltale.detection.field.FieldProfiles;
import dev.telltale.detection.repeat.KnownLeaks;
import dev.telltale.detection.repeat.LookBack;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.value.JsonParser;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Detection taken apart for measuring: first the fields of records are listed, then trigger and
 * confirmation run over them, as often as asked. What is known to be clean by then is left out, as
 * in a scan.
 */
final class FieldWork implements AutoCloseable {
  private final TriggerEngine engine;
  private final FieldScanner scanner;
  private final FieldProfiles profiles;
  private final FieldScreen screen;
  private final LookBack lookBack = new LookBack();
  private final JsonParser parser = new JsonParser(Limits.defaults());

  FieldWork(RuleSet rules, TriggerEngine engine) {
    this.engine = engine;
    scanner = new FieldScanner(rules, engine, Scans.KEY, KnownLeaks.NONE, lookBack, Refusals.NONE);
    profiles = new FieldProfiles(rules);
    screen = new FieldScreen(rules, KnownLeaks.NONE);
  }

  /** Lists what a scan of these records would give to the engine, scanning on the way. */
  List<Field> collect(List<Value> records) {
    List<Field> all = new ArrayList<>();
    for (Value record : records) {
      FieldCollector collector =
          new FieldCollector(
              Limits.defaults(),
              parser,
              profiles.root(),
              new SharedObjects(),
              screen,
              field -> {
                all.add(field);
                scanner.scan(field);
              },
              lookBack,
              () -> null);
      scanner.start(collector.fields().limits());
      collector.collect(record, FieldPath.root("$"), profiles.root(), List.of());
    }
    return all;
  }

  /** Trigger and confirmation. */
  void scan(List<Field> fields) {
    scanner.start(EnumSet.noneOf(FaultKind.class));
    fields.forEach(scanner::scan);
  }

  @Override
  public void close() {
    engine.close();
  }
}
