package dev.telltale.jobs.command.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.listing.ListingOptions;
import dev.telltale.jobs.settings.GivenSettings;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.UserMistake;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ListingSettingsTest {
  private static final Instant NOW = Instant.parse("2026-04-30T12:00:00Z");

  private static ListingOptions options(String... words) {
    Settings settings = GivenSettings.read(ListingSettings.all(), words);
    return ListingSettings.options(settings, List.of("s3a://b"), NOW);
  }

  @Test
  void withoutSettingsEverythingCurrentIsListed() {
    ListingOptions options = options();
    assertNull(options.window().since());
    assertNull(options.window().until());
    assertEquals(Duration.ofHours(1), options.window().slack());
    assertFalse(options.allVersions());
    assertNull(options.inventory());
  }

  @Test
  void timesAreReadInEveryUsualForm() {
    assertEquals("2026-04-29T00:00:00Z", since("2026-04-29"));
    assertEquals("2026-04-29T06:30:00Z", since("2026-04-29T06:30"));
    assertEquals("2026-04-29T06:30:00Z", since("2026-04-29T06:30:00Z"));
    assertEquals("2026-04-29T04:30:00Z", since("2026-04-29T06:30+02:00"));
    assertEquals("2026-04-29T00:00:00Z", since("36h"));
    assertEquals("2026-04-23T12:00:00Z", since("7d"));
    assertEquals("2026-04-30T11:59:30Z", since("30s"));
  }

  private static String since(String text) {
    return options("--since", text).window().since().toString();
  }

  @Test
  void whatIsNotATimeIsRefusedWithTheFormsOfOne() {
    for (String text : List.of("yesterday", "2026-13-01", "5", "h", "-1h", "1w", "99999999d", "")) {
      UserMistake mistake = assertThrows(UserMistake.class, () -> options("--since=" + text), text);
      assertTrue(mistake.getMessage().contains("2026-04-30T06:00Z"), mistake.getMessage());
    }
    assertThrows(UserMistake.class, () -> options("--slack", "much"));
  }

  @Test
  void aWindowWithoutTimeInItIsAMistake() {
    assertThrows(UserMistake.class, () -> options("--since", "1h", "--until", "2h"));
    assertThrows(UserMistake.class, () -> options("--since", "1h", "--until", "1h"));
  }

  @Test
  void versionsInventoryAndSlackArePassedOn() {
    ListingOptions options =
        options("--versions", "all", "--inventory", "s3a://i/manifest.json", "--slack", "15m");
    assertTrue(options.allVersions());
    assertEquals("s3a://i/manifest.json", options.inventory());
    assertEquals(Duration.ofMinutes(15), options.window().slack());
  }
}
