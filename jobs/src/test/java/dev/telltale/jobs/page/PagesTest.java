package dev.telltale.jobs.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.telltale.jobs.page.chart.Chart;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What a sender chose stays text, wherever a page shows it. */
final class PagesTest {
  private static final String HOSTILE =
      "</script><script>alert(1)</script>\"><img src=x onerror=alert(2)>'--><!--\u202e\u0000";

  private static Chart chart(Chart.Kind kind, List<String> labels, Double... amounts) {
    return new Chart(
        kind,
        "c",
        "Title " + HOSTILE,
        "Idea " + HOSTILE,
        "name",
        labels,
        List.of(new Chart.Series("places", Arrays.asList(amounts))));
  }

  @Test
  void aChartIsXmlWithWordsATitleAndADescription() throws Exception {
    for (Chart.Kind kind : Chart.Kind.values()) {
      String svg = Pages.svg(chart(kind, List.of("github.token", HOSTILE), 3.0, 1.0));
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      Document xml = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
      assertEquals("svg", xml.getDocumentElement().getLocalName());
      assertTrue(
          xml.getElementsByTagName("title").item(0).getTextContent().startsWith("Title </script>"));
      assertEquals(1, xml.getElementsByTagName("desc").getLength());
      assertEquals(0, xml.getElementsByTagName("script").getLength());
      assertEquals(0, xml.getElementsByTagName("img").getLength());
      assertTrue(svg.contains(">github.token<"), svg);
      assertFalse(svg.contains("style="), "a page's policy refuses attributes of style");
    }
  }

  @Test
  void aBarIsAsLongAsItsAmountSays() {
    List<Double> widths =
        chart(Chart.Kind.BAR, List.of("a", "b", "c"), 8.0, 4.0, 0.0).drawing().boxes().stream()
            .map(box -> box.width())
            .toList();
    assertEquals(List.of(480.0, 240.0, 0.0), widths);
  }

  @Test
  void aLineHasAGapWhereThereIsNoAmount() {
    long lines =
        chart(Chart.Kind.LINE, List.of("a", "b", "c", "d"), 1.0, 2.0, null, 3.0)
            .drawing()
            .strokes()
            .stream()
            .filter(stroke -> stroke.width() == 2)
            .count();
    assertEquals(2, lines);
  }

  @Test
  void chartsWithoutAmountsOrWithStrangeOnesAreDrawn() {
    for (Chart.Kind kind : Chart.Kind.values()) {
      Pages.svg(chart(kind, List.of()));
      Pages.svg(chart(kind, List.of("a", "b"), Double.NaN, null));
      Pages.svg(chart(kind, List.of("a", "b"), -5.0, 1e300));
      Pages.svg(chart(kind, List.of("a"), 0.0));
    }
    assertThrows(
        IllegalArgumentException.class, () -> chart(Chart.Kind.BAR, List.of("a", "b"), 1.0));
  }

  @Test
  void whatStandsInATableIsText() {
    String html = Pages.html(PageTable.of(HOSTILE, HOSTILE).row(List.of(HOSTILE)).table());
    assertFalse(html.contains("<script"), html);
    assertFalse(html.contains("<img"), html);
    assertTrue(html.contains("\\u202e\\u0000"), "what is not visible is shown as an escape");
  }

  @Test
  void embeddedJsonEndsNoScriptAndReadsAsBefore() throws Exception {
    JsonNode node =
        JsonNodeFactory.instance.objectNode().put("name", HOSTILE + "\u2028\u2029&<!--<script>");
    String json = EmbeddedJson.of(node);
    assertFalse(json.contains("<"), json);
    assertFalse(json.contains("\u2028") || json.contains("\u2029"), json);
    assertEquals(node, new ObjectMapper().readTree(json));
  }

  @Test
  void aPageLoadsNothingAndRunsItsOwnScriptOnly() {
    String page =
        Pages.html(
            new dev.telltale.jobs.page.Document(
                HOSTILE,
                HOSTILE,
                List.of(HOSTILE),
                List.of(new Tile(HOSTILE, HOSTILE, HOSTILE)),
                List.of(
                    new Section(
                        "s",
                        HOSTILE,
                        HOSTILE,
                        List.of(chart(Chart.Kind.BAR, List.of(HOSTILE), 1.0)),
                        List.of())),
                new dev.telltale.jobs.page.Document.EmbeddedRows("{}", 2, 1),
                HOSTILE));
    assertEquals(2, page.split("<script", -1).length - 1, "the data and the page's own script");
    assertFalse(page.contains("<img"), "no element of a sender's");
    assertFalse(page.matches("(?s).*\\s(src|href)=\"(?!#|data:,).*"), "nothing is loaded");
    assertTrue(page.contains("default-src &#39;none&#39;") || page.contains("default-src 'none'"));
    assertFalse(PageAssets.still().policy().contains("script-src"));
  }
}
