package dev.telltale.jobs.command.reveal;

import dev.telltale.detection.finding.KeptValue;

/** A terminal with a person before it. */
interface Screen {
  /**
   * Asks, and waits for a line.
   *
   * @return what was typed; empty at the end of input
   */
  String ask(String question);

  /**
   * Shows a value where it does not stay: on the screen that programs have for themselves, until
   * Enter is pressed.
   *
   * @param head what it is, in a line
   */
  void show(String head, KeptValue value);
}
