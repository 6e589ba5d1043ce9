package dev.telltale.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Every page, as a browser shows it: wide and narrow, light and dark, with keyboard, on paper. */
final class PagesInBrowserTest {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final int MAX_HEIGHT = 6000;

  private static Browser browser;
  private static List<Path> pages;

  @BeforeAll
  static void start() {
    pages = Browser.pages();
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  private static Path page(String name) {
    Path found =
        pages.stream()
            .filter(page -> page.getFileName().toString().equals(name))
            .findFirst()
            .orElse(null);
    Assumptions.assumeTrue(found != null, "no page " + name);
    return found;
  }

  @Test
  void everyPageFitsWideAndNarrowInLightAndDarkWithoutAComplaint() throws IOException {
    for (Path page : pages) {
      String name = page.getFileName().toString().replace(".html", "");
      for (int width : new int[] {1280, 390}) {
        for (String scheme : List.of("light", "dark")) {
          browser.open(page, width, scheme);
          assertEquals(List.of(), browser.console(), name);
          assertEquals(List.of(), browser.tooWide(), name + " at " + width);
          assertEquals(
              width, browser.number("document.documentElement.scrollWidth"), name + " at " + width);
          if (!name.equals("large")) {
            browser.picture(
                PICTURES.resolve(name + "-" + width + "-" + scheme + ".png"), MAX_HEIGHT);
          }
        }
      }
    }
  }

  @Test
  void darkIsDarkAndWordsCanBeRead() {
    for (Path page : pages) {
      for (String scheme : List.of("light", "dark")) {
        browser.open(page, 1280, scheme);
        for (String element : List.of("body", "p", "td, th", "a, summary")) {
          double contrast =
              ((Number)
                      browser.script(
                          """
                          const lum = (rgb) => { const [r, g, b] = rgb.match(/[0-9.]+/g).map(Number).map((c) => c / 255)
                            .map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                            return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
                          const e = document.querySelector(arguments.length ? arguments[0] : '%s');
                          if (!e) return 21;
                          const a = lum(getComputedStyle(e).color), b = lum(getComputedStyle(document.body).backgroundColor);
                          return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                          """
                              .formatted(element)))
                  .doubleValue();
          assertTrue(contrast >= 4.5, page + " " + scheme + " " + element + ": " + contrast);
        }
      }
    }
  }

  @Test
  void findingsAreSearchedFilteredSortedAndPaged() {
    browser.open(page("report.html"), 1280, "light");
    long all = browser.number("JSON.parse(document.getElementById('data').textContent).rows");
    assertTrue(all > 100, "more than a page");
    assertEquals(100, rows());
    browser.driver().findElement(By.id("next")).sendKeys(Keys.ENTER);
    assertEquals(Math.min(100, all - 100), rows());
    browser.driver().findElement(By.id("severity")).sendKeys(Keys.ARROW_DOWN);
    assertTrue(
        status()
            .startsWith(browser.number("document.querySelectorAll('td .critical').length") + " of"),
        status());
    browser.driver().findElement(By.id("clear")).click();
    WebElement head = browser.driver().findElement(By.cssSelector("#head button"));
    head.sendKeys(Keys.ENTER);
    assertEquals("critical", first());
    assertEquals("ascending", aria());
    head.sendKeys(Keys.ENTER);
    assertEquals("low", first());
    assertEquals("descending", aria());
    browser.driver().findElement(By.id("search")).sendKeys("GITHUB.token");
    browser.script("document.getElementById('search').dispatchEvent(new Event('input'))");
    for (int tries = 0; tries < 50 && status().startsWith(all + " of"); tries++) {
      browser.driver().executeAsyncScript("setTimeout(arguments[0], 100)");
    }
    assertNotEquals(0, rows());
    assertEquals(
        rows(),
        browser.number(
            "[...document.querySelectorAll('#body tr')].filter(r => r.children[1].textContent === 'github.token').length"));
  }

  private static long rows() {
    return browser.number("document.querySelectorAll('#body tr').length");
  }

  private static String status() {
    return browser.driver().findElement(By.id("status")).getText();
  }

  private static String first() {
    return browser.driver().findElement(By.cssSelector("#body td")).getText();
  }

  private static String aria() {
    return browser.driver().findElement(By.cssSelector("#head th")).getAttribute("aria-sort");
  }

  @Test
  void whatIsDrawnHasANameAndWhatIsPressedToo() {
    for (Path page : pages) {
      browser.open(page, 1280, "light");
      assertEquals(
          0,
          browser.number(
              "[...document.querySelectorAll('svg')].filter(s => !s.getAttribute('aria-labelledby').split(' ')"
                  + ".every(id => document.getElementById(id)?.textContent)).length"),
          page + ": a chart without a name");
      assertEquals(
          0,
          browser.number(
              "[...document.querySelectorAll('input, select')].filter(e => !e.labels.length).length"));
      assertEquals(
          browser.number("document.querySelectorAll('[id]').length"),
          browser.number("new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size"),
          page + ": an id stands twice");
      assertEquals(1, browser.number("document.querySelectorAll('h1').length"), page.toString());
      assertEquals("en", browser.script("return document.documentElement.lang"));
    }
  }

  @Test
  void onPaperThereAreNoControls() {
    browser.open(page("report.html"), 1280, "light");
    browser.media(Map.of("media", "print"));
    assertEquals(
        "none",
        browser.script("return getComputedStyle(document.getElementById('controls')).display"));
    Object pdf = browser.driver().executeCdpCommand("Page.printToPDF", Map.of()).get("data");
    assertFalse(pdf.toString().isEmpty());
    browser.media(Map.of("media", ""));
  }

  /** How long, is for a person to judge: no test fails by a clock. */
  @Test
  void aPageOfAHundredThousandFindingsOpens() throws IOException {
    Path large = page("large.html");
    browser.open(large, 1280, "light");
    assertEquals(100, rows());
    System.out.println(
        "large.html: "
            + Files.size(large)
            + " bytes, complete after "
            + browser.number("performance.getEntriesByType('navigation')[0].loadEventEnd")
            + " ms");
    assertTrue(Files.size(large) < 15_000_000);
  }
}
