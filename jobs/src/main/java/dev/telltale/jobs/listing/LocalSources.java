package dev.telltale.jobs.listing;

import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.Problem;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.LocalObject;
import dev.telltale.jobs.store.StoreProblems;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The sources on disk, looked at before anything is started for them. */
public final class LocalSources {
  private LocalSources() {}

  /**
   * @throws UserMistake with one problem for each source on disk that is not there
   */
  public static void requireThere(List<Location> sources) {
    List<Problem> problems = new ArrayList<>();
    for (Location source : sources) {
      if (source.isLocal()) {
        try {
          LocalObject.attributes(source.file());
        } catch (IOException failed) {
          Problem problem = StoreProblems.of("the source " + source + " cannot be listed", failed);
          problems.add(isEscaped(source.path()) ? withoutEscapes(problem) : problem);
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new UserMistake(problems);
    }
  }

  private static Problem withoutEscapes(Problem problem) {
    return new Problem(
        problem.problem(),
        problem.cause() + "; %20 and the like stand for themselves",
        "write the path as it is, with its spaces, in quotes");
  }

  /** Whether the path would be there if it were read as an escaped one. */
  private static boolean isEscaped(String path) {
    try {
      String plain = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
      return !plain.equals(path) && Files.exists(Path.of(plain));
    } catch (IllegalArgumentException noEscapes) {
      return false;
    }
  }
}
