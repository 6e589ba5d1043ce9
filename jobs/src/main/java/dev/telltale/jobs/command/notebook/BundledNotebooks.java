package dev.telltale.jobs.command.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The notebooks that come with Telltale, in the order of an investigation: {@code notebooks/}. */
final class BundledNotebooks {
  static final List<String> NAMES =
      List.of(
          "01-what-was-shared",
          "02-what-leaked",
          "03-one-case",
          "04-metrics-and-logs",
          "05-tune-a-rule",
          "06-what-is-still-readable");

  private BundledNotebooks() {}

  static Notebook notebook(String name) {
    try (InputStream in = BundledNotebooks.class.getResourceAsStream(name + Notebook.END)) {
      if (in == null) {
        throw new IllegalStateException("a resource is missing: " + name);
      }
      return Notebook.read(
          name + Notebook.END, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException("reading a resource", broken);
    }
  }

  /** By name, or by its number: {@code 02}. */
  static Optional<Notebook> find(String word) {
    return NAMES.stream()
        .filter(name -> name.equals(word) || (word.length() == 2 && name.startsWith(word + "-")))
        .findFirst()
        .map(BundledNotebooks::notebook);
  }
}
