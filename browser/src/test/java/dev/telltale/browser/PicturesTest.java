package dev.telltale.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The pictures of the README, where {@code scripts/pictures} asks for them. */
final class PicturesTest {
  private static final long MAX_BYTES = 300_000;

  @Test
  void picturesAreSmallEnoughForAReadme() throws IOException {
    String folder = System.getProperty("telltale.pictures");
    assumeTrue(folder != null && !folder.isEmpty(), "scripts/pictures asks for pictures");
    try (Browser browser = new Browser()) {
      for (Path page : Browser.pages()) {
        String name = page.getFileName().toString();
        Path picture = Path.of(folder, name.equals("report.html") ? "report.png" : "notebook.png");
        browser.open(page, 1080, "light");
        if (name.equals("report.html")) {
          browser.script(
              "document.querySelectorAll('#read .scroll, #read .note').forEach(e => e.remove())");
        }
        browser.script("window.scrollTo(0, 0)");
        browser.picture(picture, 1500);
        assertTrue(Files.size(picture) < MAX_BYTES, picture + ": " + Files.size(picture));
      }
    }
  }
}
