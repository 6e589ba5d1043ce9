package dev.telltale.jobs.command.reveal;

import dev.telltale.detection.finding.FoundText;
import dev.telltale.detection.finding.KeptValue;
import dev.telltale.value.Span;
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
    String text = "the value \u001b]52;c;aGk=\u0007 of a test";
    value.offer(new FoundText(null, "f", text, text, 0, text.length(), false, "$", Span.NONE));
    System.out.println("answered " + screen.get().ask("Show it?"));
    screen.get().show("a test", value);
  }
}
