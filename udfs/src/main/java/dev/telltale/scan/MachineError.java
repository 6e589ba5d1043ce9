package dev.telltale.scan;

/** Which errors of the Java virtual machine cost one object, and which are not to be caught. */
final class MachineError {
  private MachineError() {}

  /** An error that what was read has caused returns; one of the machine itself goes on. */
  static void mustBeOfObject(Error error) {
    if (error instanceof OutOfMemoryError memory && !isOfOneAllocation(memory)) {
      throw memory;
    }
  }

  /** By the messages of HotSpot: "GC overhead limit exceeded", "Metaspace" and threads are not. */
  private static boolean isOfOneAllocation(OutOfMemoryError memory) {
    String message = memory.getMessage();
    return message == null
        || message.equals("Java heap space")
        || message.startsWith("Requested array size")
        || message.startsWith("Required length")
        || message.startsWith("Cannot reserve");
  }
}
