package dev.telltale.jobs.faults;

import java.time.Duration;
import java.util.List;

/** What the proxy does to one request or its answer. */
public sealed interface WireFault {
  /** Keeps the request from the server until the gate decides. */
  record HoldRequest(Gate gate) implements WireFault {}

  /** The server has done it; the answer waits until the gate decides. */
  record HoldAnswer(Gate gate) implements WireFault {}

  /** Answers in the server's place, with the code that S3 has for the status. */
  record Status(int status) implements WireFault {}

  /** Closes the connection; the server never sees the request. */
  record DropRequest() implements WireFault {}

  /** Closes the connection after the server has done it: the answer is lost. */
  record DropAnswer() implements WireFault {}

  /**
   * Ends the body of the answer early.
   *
   * @param length whether the answer still says how long it was
   */
  record CutBody(int at, boolean length) implements WireFault {}

  /** The server does it; its answer has these headers too, each a name, a colon and a text. */
  record Headers(List<String> more) implements WireFault {}

  /** Sends the request on later. */
  record Delay(Duration time) implements WireFault {}
}
