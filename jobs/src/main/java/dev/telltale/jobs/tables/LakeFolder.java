package dev.telltale.jobs.tables;

import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.UserMistake;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What can be said of a lake by its address alone, before Spark is started. Of a lake in a bucket
 * nothing can. Driver.
 */
public final class LakeFolder {
  private LakeFolder() {}

  /**
   * For a lake that is to be written.
   *
   * @throws UserMistake if there is a file where it, or a folder around it, has to be
   */
  public static void requireFolder(Location lake) {
    if (!lake.isLocal()) {
      return;
    }
    for (Path place = lake.file(); place != null; place = place.getParent()) {
      if (Files.isDirectory(place)) {
        return;
      }
      if (Files.exists(place)) {
        throw new UserMistake(
            "the lake cannot be at " + lake,
            place + " is a file; a lake is a folder",
            "name a folder for --lake; it is created if it does not exist");
      }
    }
  }

  /**
   * For a lake that is to be read.
   *
   * @throws UserMistake if there is none
   */
  public static void requireLake(Location lake) {
    requireFolder(lake);
    if (lake.isLocal()
        && !Files.isDirectory(lake.file().resolve("objects").resolve("_delta_log"))) {
      throw none(lake.toString());
    }
  }

  static UserMistake none(String root) {
    return new UserMistake(
        "there is no lake at " + root,
        "its objects table is missing",
        "check --lake; telltale scan --source URI --lake " + root + " creates one");
  }
}
