package dev.telltale.jobs.command.reveal;

import dev.telltale.detection.finding.KeptValue;
import java.util.Optional;

/** A process that asks and shows, for a terminal to hold. */
final class ScreenProcess {
  private ScreenProcess() {}

  public static void main(String[] words) {
    Optional<Screen> screen = ConsoleScreen.open();
    if (screen.isEmpty()) {
      System.out.println("no terminal");
      return;
    }
    KeptValue value = new KeptValue("f");
    value.offer("f", "the value \u001b]52;c;aGk=\u0007 of a test");
    System.out.println("answered " + screen.get().ask("Show it?"));
    screen.get().show("a test", value);
  }
}
