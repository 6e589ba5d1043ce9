package dev.telltale.jobs;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The class path of the tests, where of Spark only the types of columns and the grammar can be
 * loaded.
 */
final class ClassesWithoutSpark extends URLClassLoader {
  ClassesWithoutSpark() {
    super(urls(), ClassLoader.getPlatformClassLoader());
  }

  private static URL[] urls() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(ClassesWithoutSpark::url)
        .toArray(URL[]::new);
  }

  private static URL url(String file) {
    try {
      return Path.of(file).toUri().toURL();
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith("org.apache.spark.")
        && !name.startsWith("org.apache.spark.sql.types.")
        && !name.startsWith("org.apache.spark.sql.catalyst.parser.")) {
      throw new ClassNotFoundException(name);
    }
    return super.loadClass(name, resolve);
  }
}
