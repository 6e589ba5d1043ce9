package dev.telltale.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Headless Chromium, as Debian installs it, without a network. Skips the test, with a message,
 * where it is not installed.
 */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  static final int HEIGHT = 844;

  private final ChromeDriver driver;

  Browser() {
    assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "no browser: apt-get install chromium chromium-driver");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--hide-scrollbars",
        "--force-device-scale-factor=1",
        "--host-resolver-rules=MAP * ~NOTFOUND");
    options.setCapability("goog:loggingPrefs", logs);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
  }

  /** The folder of the pages; skips the test where nothing has left any. */
  static List<Path> pages() {
    Path folder = Path.of(System.getProperty("telltale.pages", "../jobs/target/pages"));
    assumeTrue(
        Files.isDirectory(folder), "no pages in " + folder + ": the tests of jobs make them");
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> pages = files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
      assumeTrue(!pages.isEmpty(), "no pages in " + folder);
      return pages;
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Opens a page in a window of that width; Chromium's own windows are never this narrow. */
  void open(Path page, int width, String scheme) {
    size(width, HEIGHT);
    media(Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    driver.get(page.toAbsolutePath().normalize().toUri().toString());
  }

  void media(Map<String, Object> media) {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", media);
  }

  void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  Object script(String script) {
    return driver.executeScript(script);
  }

  long number(String script) {
    return ((Number) script("return " + script)).longValue();
  }

  /** What the console says since the last call. */
  List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** What the window shows, or all of the page up to a height. */
  void picture(Path file, int maxHeight) throws IOException {
    Map<String, Object> picture =
        driver.executeCdpCommand(
            "Page.captureScreenshot",
            maxHeight <= HEIGHT
                ? Map.of("format", "png")
                : Map.of(
                    "format",
                    "png",
                    "captureBeyondViewport",
                    true,
                    "clip",
                    Map.of(
                        "x",
                        0,
                        "y",
                        0,
                        "width",
                        number("innerWidth"),
                        "height",
                        Math.min(maxHeight, number("document.documentElement.scrollHeight")),
                        "scale",
                        1)));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Base64.getDecoder().decode(picture.get("data").toString()));
  }

  /** Names of elements that are wider than the window, though nothing lets them scroll. */
  List<String> tooWide() {
    Object names =
        script(
            "return [...document.querySelectorAll('body *')].filter(e => !e.closest('.scroll, pre, .skip, svg')"
                + " && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.tagName + '.' + e.className).join('|')");
    return names.toString().isEmpty() ? List.of() : Arrays.asList(names.toString().split("\\|"));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
