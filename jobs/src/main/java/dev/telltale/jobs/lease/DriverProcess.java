package dev.telltale.jobs.lease;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Which process holds a lease, so that another process on the same machine can tell that it is
 * gone.
 *
 * @param machine the host, its boot and its space of process ids; two containers differ in it
 * @param started epoch milliseconds; tells a process from a later one with the same id
 */
record DriverProcess(String machine, long id, long started) {
  static DriverProcess current() {
    ProcessHandle self = ProcessHandle.current();
    return new DriverProcess(thisMachine(), self.pid(), started(self));
  }

  /** Whether it can be told from here that the process has ended. */
  boolean isKnownToBeGone() {
    if (!machine.equals(thisMachine())) {
      return false;
    }
    Optional<ProcessHandle> found = ProcessHandle.of(id);
    return found.isEmpty() || started(found.get()) != started;
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String thisMachine() {
    return host() + " " + boot() + " " + processSpace();
  }

  static String host() {
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
