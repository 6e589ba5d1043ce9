package dev.telltale.jobs.page;

import dev.telltale.jobs.page.chart.Chart;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The templates, which were compiled with the program. Thread-safe. */
public final class Pages {
  private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

  private Pages() {}

  /** A page of figures. */
  public static String html(Document document) {
    return rendered(
        "document.jte", Map.of("document", document, "assets", PageAssets.withFindings()));
  }

  /** A page to read. */
  public static String html(Reading reading) {
    return rendered("reading.jte", Map.of("reading", reading, "assets", PageAssets.still()));
  }

  /** A chart as a file of its own. */
  public static String svg(Chart chart) {
    return rendered("chart/svg.jte", Map.of("drawing", chart.drawing())).strip();
  }

  /** A table as a fragment of a page. */
  public static String html(PageTable table) {
    return rendered("part/table.jte", Map.of("table", table)).strip();
  }

  private static String rendered(String template, Map<String, Object> parameters) {
    TemplateOutput page = new StringOutput();
    ENGINE.render(template, parameters, page);
    return page.toString();
  }
}
