package dev.telltale.demo.server;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;

/** Where the jar of the S3 server is. The build puts it beside the classes of this module. */
final class S3ProxyJar {
  /** The system property that names the jar; nothing else is searched when it is set. */
  static final String PROPERTY = "telltale.s3proxy";

  private static final String FILE = "s3proxy.jar";

  private S3ProxyJar() {}

  static Path find() {
    List<Path> places = places();
    for (Path place : places) {
      if (Files.isRegularFile(place)) {
        return place;
      }
    }
    throw new S3ServerFailed(
        "The S3 server of the demo cannot start.",
        "its jar is in none of " + places,
        "run `mvn -pl demo process-resources` in the project, or name the jar with -D"
            + PROPERTY
            + "=PATH");
  }

  private static List<Path> places() {
    String named = System.getProperty(PROPERTY);
    if (named != null) {
      return List.of(Path.of(named).toAbsolutePath());
    }
    List<Path> places = new ArrayList<>();
    Path own = ownLocation();
    if (own != null) {
      Path folder = own.toAbsolutePath().getParent();
      places.add(folder.resolve(FILE));
      places.add(folder.resolve("s3proxy").resolve(FILE));
    }
    places.add(Path.of("demo", "target", "s3proxy", FILE).toAbsolutePath());
    return places;
  }

  /** The folder of classes or the jar of the demo, or null where a class loader hides it. */
  private static Path ownLocation() {
    CodeSource source = S3ProxyJar.class.getProtectionDomain().getCodeSource();
    if (source == null || !"file".equals(source.getLocation().getProtocol())) {
      return null;
    }
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException | IllegalArgumentException unusual) {
      return null;
    }
  }
}
