package dev.telltale.decoding.message.schema;

import dev.telltale.decoding.message.wire.WireReader;

/** The types of fields, each with its wire type. */
public enum FieldType {
  STRING(WireReader.LENGTH),
  BYTES(WireReader.LENGTH),
  /** Bytes of one length, written in hexadecimal; all of them or none. */
  ID(WireReader.LENGTH),
  MESSAGE(WireReader.LENGTH),
  /** A message whose own fields are not declared. */
  OPEN(WireReader.LENGTH),
  BOOL(WireReader.VARINT),
  INT32(WireReader.VARINT),
  INT64(WireReader.VARINT),
  UINT32(WireReader.VARINT),
  UINT64(WireReader.VARINT),
  SINT64(WireReader.VARINT),
  ENUM(WireReader.VARINT),
  FIXED32(WireReader.FIXED32),
  FLOAT(WireReader.FIXED32),
  FIXED64(WireReader.FIXED64),
  SFIXED64(WireReader.FIXED64),
  DOUBLE(WireReader.FIXED64);

  private final int wireType;

  FieldType(int wireType) {
    this.wireType = wireType;
  }

  public int wireType() {
    return wireType;
  }

  boolean isNumber() {
    return wireType != WireReader.LENGTH;
  }
}
