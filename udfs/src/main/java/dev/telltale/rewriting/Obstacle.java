package dev.telltale.rewriting;

import dev.telltale.rewriting.edit.CannotEdit;
import java.util.Locale;

/** Why an object cannot be rewritten. */
public enum Obstacle {
  /** None of the object's findings is to be replaced; perhaps they are gone already. */
  NO_TARGET("the object holds none of the values"),
  /** A file with an index of its own (Parquet, ORC, Avro), or another format without a writer. */
  FORMAT("files of this format can only be deleted"),
  /** A container that is only read: xz, lz4, encrypted entries. */
  CONTAINER("a container around the value is only read here, not written"),
  /** An encoding of the value that cannot be written again as it was. */
  ENCODING("an encoding of the value cannot be written as it was"),
  STORED_LIMIT("the object is larger than what is rewritten in memory"),
  UNPACKED_LIMIT("the object unpacks to more than what is rewritten in memory"),
  /** Reading it ended early, so that it is not known what else it holds. */
  INCOMPLETE("the object could not be read to its end"),
  /** The key of the object holds the value: only deleting helps. */
  IN_KEY("the value is in the object's key"),
  /** The finding's bytes could not be told from what is around them. */
  NOT_LOCATED("the bytes of a value could not be located"),
  /** A mistake of ours. */
  FAILED("rewriting failed, by a mistake of this program"),
  /** After the rewriting a value was still there. */
  SURVIVED("a value was still found after rewriting"),
  /** After the rewriting something else was different. */
  COLLATERAL("rewriting would change more than the values");

  private final String text;

  Obstacle(String text) {
    this.text = text;
  }

  static Obstacle of(CannotEdit.Reason reason) {
    return switch (reason) {
      case CONTAINER -> CONTAINER;
      case ENCODING -> ENCODING;
      case NOT_LOCATED -> NOT_LOCATED;
      case UNPACKED_LIMIT -> UNPACKED_LIMIT;
    };
  }

  /** Its name in tables and plans. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** For people. */
  public String text() {
    return text;
  }
}
