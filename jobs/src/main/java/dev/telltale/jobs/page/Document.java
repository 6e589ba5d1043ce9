package dev.telltale.jobs.page;

import java.util.List;

/**
 * A page of figures, sections and, at its end, rows that can be filtered.
 *
 * @param subtitle what it is about, and as of when
 * @param warnings what a reader must know before any figure; may be empty
 * @param findings rows for the page's script
 */
public record Document(
    String title,
    String subtitle,
    List<String> warnings,
    List<Tile> tiles,
    List<Section> sections,
    EmbeddedRows findings,
    String footer) {
  /**
   * The rows that the page's script shows.
   *
   * @param json by {@link EmbeddedJson}
   * @param total rows that there are
   * @param embedded rows that are in the page
   */
  public record EmbeddedRows(String json, long total, long embedded) {}

  public Document {
    warnings = List.copyOf(warnings);
    tiles = List.copyOf(tiles);
    sections = List.copyOf(sections);
  }
}
