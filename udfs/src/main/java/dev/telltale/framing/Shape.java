package dev.telltale.framing;

/** What a leaf looks like, judged by its first bytes. */
public enum Shape {
  EMPTY,
  JSON,
  TEXT,
  BINARY
}
