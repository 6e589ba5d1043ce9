package dev.telltale.jobs.command.notebook;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * CommonMark as HTML. HTML inside it is shown as text, and links lead to pages and mail only.
 * Thread-safe.
 */
final class MarkdownText {
  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

  private MarkdownText() {}

  static String html(String markdown) {
    return RENDERER.render(PARSER.parse(markdown));
  }
}
