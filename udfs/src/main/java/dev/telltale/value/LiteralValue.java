package dev.telltale.value;

/** The three literals of JSON. */
public enum LiteralValue implements Value {
  TRUE,
  FALSE,
  NULL
}
