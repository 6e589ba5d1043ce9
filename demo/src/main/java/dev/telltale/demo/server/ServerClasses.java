package dev.telltale.demo.server;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * The classes of the S3 server, apart from Spark's. The configuration of its log is hidden: read,
 * it would print to the terminal before anyone could switch it off.
 */
final class ServerClasses extends URLClassLoader {
  private static final String LOG_CONFIGURATION = "logback.xml";

  ServerClasses(URL jar) {
    super(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
  }

  @Override
  public URL findResource(String name) {
    return LOG_CONFIGURATION.equals(name) ? null : super.findResource(name);
  }
}
