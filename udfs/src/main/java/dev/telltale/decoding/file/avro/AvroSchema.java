package dev.telltale.decoding.file.avro;

import java.util.List;

/**
 * A node of an Avro schema (https://avro.apache.org/docs/1.12.0/specification/). Named types may
 * contain themselves.
 */
final class AvroSchema {
  /** What a node is; the branches of a union and the parts of a record stand in {@code parts}. */
  enum Kind {
    NULL,
    BOOLEAN,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    BYTES,
    STRING,
    RECORD,
    ENUM,
    ARRAY,
    MAP,
    UNION,
    FIXED
  }

  private final Kind kind;
  private final String logical;
  private final int size;
  private final int scale;
  private List<String> names = List.of();
  private List<AvroSchema> parts = List.of();

  /**
   * @param logical type, empty where there is none
   * @param size the size of a fixed, otherwise 0
   * @param scale of a decimal, otherwise 0
   */
  AvroSchema(Kind kind, String logical, int size, int scale) {
    this.scale = scale;
    this.kind = kind;
    this.logical = logical;
    this.size = size;
  }

  /** Sets what a complex type holds, once, after it can be referred to. */
  void fill(List<String> newNames, List<AvroSchema> newParts) {
    names = List.copyOf(newNames);
    parts = List.copyOf(newParts);
  }

  Kind kind() {
    return kind;
  }

  String logical() {
    return logical;
  }

  int scale() {
    return scale;
  }

  int size() {
    return size;
  }

  /** Names of the fields of a record, or the symbols of an enum. */
  List<String> names() {
    return names;
  }

  /** The types of the fields, the branches, or the one type of items or values. */
  List<AvroSchema> parts() {
    return parts;
  }

  @Override
  public String toString() {
    return kind + " of " + parts.size();
  }
}
