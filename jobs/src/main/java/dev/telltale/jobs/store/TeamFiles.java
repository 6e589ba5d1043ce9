package dev.telltale.jobs.store;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.DigestList;
import dev.telltale.detection.rules.RuleProblems;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.detection.rules.TeamLists;
import dev.telltale.detection.rules.TeamSource;
import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.Problem;
import dev.telltale.jobs.settings.UserMistake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;

/**
 * Reads a team's own file of rules and the lists that it names, which lie beside it. Plain values
 * become digests here and go no further. Driver.
 */
public final class TeamFiles {
  private final Configuration hadoop;
  private final Supplier<FingerprintKey> key;
  private final LocalDate today;
  private final Consumer<String> warnings;

  /**
   * Takes what reading needs.
   *
   * @param key asked for only where a file names lists
   * @param today the day on which entries are checked for expiry
   * @param warnings takes a sentence for everything that the team should put right
   */
  public TeamFiles(
      Configuration hadoop,
      Supplier<FingerprintKey> key,
      LocalDate today,
      Consumer<String> warnings) {
    this.hadoop = hadoop;
    this.key = key;
    this.today = today;
    this.warnings = warnings;
  }

  /**
   * Reads and checks all of it.
   *
   * @param file a path, or a URI with a scheme; null reads as null
   * @throws UserMistake with everything that is wrong
   */
  public TeamSource read(String file) {
    if (file == null) {
      return null;
    }
    List<Problem> problems = new ArrayList<>();
    String yaml = text(file, "the rule file", problems);
    TeamLists named = TeamLists.in(yaml);
    Map<String, String> lists = new HashMap<>();
    for (String name : named.digests()) {
      lists.put(name, text(beside(file, name), "the digest list", problems));
    }
    for (String name : named.plain()) {
      lists.put(name, digested(name, text(beside(file, name), "the list of values", problems)));
    }
    if (!problems.isEmpty()) {
      throw new UserMistake(problems);
    }
    TeamSource source = new TeamSource(file, yaml, lists, today);
    check(source);
    return source;
  }

  private void check(TeamSource source) {
    RuleSet rules;
    try {
      rules = RuleSet.builtin().with(source);
    } catch (RuleProblems wrong) {
      throw new UserMistake(
          wrong.problems().stream()
              .map(
                  text ->
                      new Problem(
                          text,
                          "the rule file cannot be used as it is",
                          "correct it; conf/rules-example.yaml shows every key"))
              .toList());
    }
    for (String id : rules.team().keyIds()) {
      if (!id.equals(key.get().id())) {
        throw new UserMistake(
            source.name() + ": a digest list was made with fingerprint key " + id,
            "this command uses key " + key.get().id(),
            "pass the same key as --fingerprint-key, or create the list again: telltale rules digest");
      }
    }
    rules.team().warnings().forEach(warnings);
  }

  private String digested(String name, String text) {
    warnings.accept(name + " holds plain values; keep telltale rules digest's output in its place");
    List<String> values = values(text);
    return DigestList.write(values, key.get().id(), key.get()::digest);
  }

  /** The values of a plain list: a line each, empty lines and those that start with # left out. */
  public static List<String> values(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
        .toList();
  }

  private static String beside(String file, String name) {
    int slash = file.lastIndexOf('/');
    boolean absolute = name.startsWith("/") || name.contains(":/");
    return absolute || slash < 0 ? name : file.substring(0, slash + 1) + name;
  }

  private InputStream open(String file) throws IOException {
    Location place = Location.of(file);
    if (place.isLocal()) {
      return Files.newInputStream(place.file());
    }
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(place.toString());
    return path.getFileSystem(hadoop).open(path);
  }

  /** Of a file that must be readable; empty, with a problem, where it is not. */
  private String text(String file, String what, List<Problem> problems) {
    try {
      try (InputStream in = open(file)) {
        byte[] bytes = in.readNBytes(RunLimits.MAX_TEAM_FILE_BYTES + 1);
        if (bytes.length <= RunLimits.MAX_TEAM_FILE_BYTES) {
          return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        }
      }
      problems.add(
          new Problem(
              what + " " + file + " is too large",
              "it has more than 64 MiB",
              "divide it, or leave out what repeats"));
      return "";
    } catch (UserMistake noPlace) {
      problems.addAll(noPlace.problems());
      return "";
    } catch (IOException | IllegalArgumentException unreadable) {
      problems.add(
          new Problem(
              what + " " + file + " cannot be read",
              unreadable.getClass().getSimpleName(),
              "name a readable file in UTF-8"));
      return "";
    }
  }
}
