package dev.telltale.jobs.command;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.TeamSource;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.store.FingerprintKeys;
import dev.telltale.jobs.store.TeamFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** Settings that several commands share and that decide what is found. */
final class ScanSettings {
  static final Setting<String> FINGERPRINT_KEY =
      Setting.text(
          "fingerprint-key",
          "URI",
          "Where the key of the fingerprints lies: file:///PATH, env:NAME, s3a://BUCKET/KEY, or the ARN of a secret"
              + " or SSM parameter. Default: ~/.config/telltale/fingerprint.key, made at the first call.",
          null);
  static final Setting<Boolean> INCLUDE_EXAMPLES =
      Setting.flag("include-examples", "Also report published example values and test cards.");
  static final Setting<String> RULES =
      Setting.text(
          "rules",
          "FILE",
          "A team's own YAML file: rules, switches, severities, floors, allow list, known values;"
              + " conf/rules-example.yaml shows every key.",
          null);
  static final Setting<String> CONFIG =
      Setting.text("config", "FILE", "Read settings from this file; the command line wins.", null);

  private ScanSettings() {}

  static List<Setting<?>> all() {
    return List.of(FINGERPRINT_KEY, RULES, INCLUDE_EXAMPLES, CONFIG);
  }

  static FingerprintKey key(Settings settings, Configuration hadoop) {
    return new FingerprintKeys(hadoop, System.getenv(), Path.of(System.getProperty("user.home")))
        .load(settings.value(FINGERPRINT_KEY));
  }

  /** The team's own file, or null. Says on the error stream what the team should put right. */
  static TeamSource team(Settings settings, Configuration hadoop, Terminal terminal) {
    return teamFiles(settings, hadoop, terminal).read(settings.value(RULES));
  }

  static TeamFiles teamFiles(Settings settings, Configuration hadoop, Terminal terminal) {
    return new TeamFiles(
        hadoop,
        () -> key(settings, hadoop),
        LocalDate.ofInstant(terminal.clock().instant(), ZoneOffset.UTC),
        warning -> terminal.err().println("warning: " + warning));
  }
}
