package dev.telltale.detection.rules;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** A rule as it is written, checked but not compiled. */
record RuleSource(
    String id,
    String title,
    String category,
    String severity,
    double confidence,
    double bare,
    String reference,
    boolean enabled,
    boolean generic,
    boolean numbers,
    boolean names,
    String pattern,
    String fieldPattern,
    List<String> validators,
    Set<FieldRole> notIn,
    Keywords keywords,
    List<Hotwords.Entry> hotwords,
    List<Example> examples) {

  String essence() {
    return String.join(
        "\u0000",
        id,
        category,
        severity,
        String.format(Locale.ROOT, "%.3f %.3f", confidence, bare),
        String.valueOf(generic),
        String.valueOf(numbers),
        String.valueOf(names),
        String.valueOf(pattern),
        String.valueOf(fieldPattern),
        String.join(",", validators),
        new TreeSet<>(notIn).toString(),
        keywords == null ? "" : keywords.essence(),
        hotwords.stream().map(Hotwords.Entry::essence).toList().toString());
  }
}
