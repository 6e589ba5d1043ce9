package dev.telltale.demo;

import dev.telltale.demo.export.ExportSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Option;
import picocli.CommandLine.UnmatchedArgumentException;

/** What {@code telltale demo} takes. */
@Command(
    name = "telltale demo",
    description = {
      "Generate an export, scan it through S3 on this machine, show what it gives away.",
      "",
      "Starts an S3 server on loopback, uploads a generated export bucket with planted leaks, scans it"
          + " through s3a and leaves the lake in a local folder. Needs no account, no network and no"
          + " cluster."
    },
    sortOptions = false,
    usageHelpWidth = 100)
final class DemoOptions {
  private static final String SEE_HELP = "see telltale demo --help";
  private static final int MAX_PORT = 65_535;
  private static final int MAX_SCALE = 10_000;

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      defaultValue = "telltale-demo",
      description =
          "Where the demo keeps its buckets; recreated at each call. Default: ${DEFAULT-VALUE}.")
  private String folder;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "Port of the S3 server on 127.0.0.1; 0, the default, takes a free one.")
  private int port;

  @Option(
      names = "--scale",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "How much clean telemetry is generated: 1, the default, is some 20 MB, 30 some 500 MB.")
  private int scale;

  @Option(names = "--small-objects", description = "Generate the bulk as objects of some 4 kB.")
  private boolean smallObjects;

  @Option(
      names = "--fingerprint-key",
      paramLabel = "URI",
      description =
          "Where the key of the fingerprints is: file:///PATH or env:NAME."
              + " Default: ~/.config/telltale/fingerprint.key, made at the first call.")
  private String fingerprintKey;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this page.")
  private boolean help;

  private DemoOptions() {}

  /**
   * Reads the words of a command line.
   *
   * @throws DemoMistake with everything that is wrong with them
   */
  static DemoOptions parse(List<String> words) {
    DemoOptions options = new DemoOptions();
    CommandLine line = new CommandLine(options);
    line.getCommandSpec().parser().collectErrors(true);
    List<DemoMistake.Problem> problems = new ArrayList<>();
    line.parseArgs(words.toArray(String[]::new))
        .errors()
        .forEach(error -> addProblems(error, problems));
    if (problems.isEmpty() && !options.help) {
      options.check(problems);
    }
    if (!problems.isEmpty()) {
      throw new DemoMistake(problems);
    }
    return options;
  }

  static String help() {
    return new CommandLine(new DemoOptions()).getUsageMessage(Ansi.OFF);
  }

  private static void addProblems(Exception error, List<DemoMistake.Problem> problems) {
    if (error instanceof UnmatchedArgumentException unmatched) {
      addUnmatched(unmatched, problems);
    } else if (error instanceof MissingParameterException) {
      problems.add(new DemoMistake.Problem(error.getMessage(), "it has no value", SEE_HELP));
    } else {
      problems.add(
          new DemoMistake.Problem(error.getMessage(), "the option takes no such value", SEE_HELP));
    }
  }

  private static void addUnmatched(
      UnmatchedArgumentException unmatched, List<DemoMistake.Problem> problems) {
    List<String> near = unmatched.getSuggestions();
    boolean isValue = false;
    for (String word : unmatched.getUnmatched()) {
      boolean isOption = word.startsWith("-");
      if (isOption) {
        problems.add(
            new DemoMistake.Problem(
                "there is no option " + word,
                "telltale demo does not know it",
                near.isEmpty() ? SEE_HELP : "did you mean " + near.get(0) + "?"));
      } else if (!isValue) {
        problems.add(
            new DemoMistake.Problem(
                "\"" + word + "\" is one word too many",
                "telltale demo takes options only",
                SEE_HELP));
      }
      isValue = isOption;
    }
  }

  private void check(List<DemoMistake.Problem> problems) {
    checkRange("--port", port, 0, MAX_PORT, problems);
    checkRange("--scale", scale, 1, MAX_SCALE, problems);
    if (fingerprintKey != null && !FingerprintKeyFile.isPlace(fingerprintKey)) {
      problems.add(
          new DemoMistake.Problem(
              "--fingerprint-key is not a place that the demo reads",
              "it takes a file or a variable, never the key itself",
              "write --fingerprint-key file:///PATH or --fingerprint-key env:NAME"));
    }
  }

  private static void checkRange(
      String option, int value, int min, int max, List<DemoMistake.Problem> problems) {
    if (value < min || value > max) {
      problems.add(
          new DemoMistake.Problem(
              option + " cannot be " + value,
              "it is a whole number from " + min + " to " + max,
              SEE_HELP));
    }
  }

  boolean isHelpAsked() {
    return help;
  }

  Path folder() {
    return Path.of(folder).toAbsolutePath().normalize();
  }

  int port() {
    return port;
  }

  int scale() {
    return scale;
  }

  /** Where the key of the fingerprints is, or null for the user's own. */
  String fingerprintKey() {
    return fingerprintKey;
  }

  ExportSettings export() {
    return new ExportSettings(ExportSettings.defaults().seed(), scale, smallObjects);
  }
}
