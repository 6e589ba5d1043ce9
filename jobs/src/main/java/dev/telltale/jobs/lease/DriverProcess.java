package dev.telltale.jobs.lease;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which process holds a lease, so that another process on the same machine can see that it is gone.
 *
 * @param machine the host, its boot and its space of process ids; two containers differ in it
 */
record DriverProcess(String machine, long id) {
  static DriverProcess current() {
    return new DriverProcess(thisMachine(), ProcessHandle.current().pid());
  }

  /**
   * Whether this machine knows that the process has ended. It does not where the id was given to
   * another process meanwhile; then the lease ends by time.
   */
  boolean isKnownToBeGone() {
    return machine.equals(thisMachine()) && ProcessHandle.of(id).isEmpty();
  }

  /** For people. */
  static String describeCurrent() {
    return System.getProperty("user.name") + " on " + host() + ", process " + current().id();
  }

  private static String thisMachine() {
    return host() + " " + boot() + " " + processSpace();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unnamed) {
      return "unnamed host";
    }
  }

  private static String boot() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    } catch (IOException notLinux) {
      return "";
    }
  }

  private static String processSpace() {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
    } catch (IOException | UnsupportedOperationException notLinux) {
      return "";
    }
  }
}
