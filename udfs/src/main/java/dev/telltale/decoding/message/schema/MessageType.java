package dev.telltale.decoding.message.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The fields of one message, restated from its published schema. Immutable, shared by all tasks;
 * messages that hold one another refer to each other through a supplier.
 */
public final class MessageType {
  private static final int DIRECT = 32;

  private final SchemaField[] byNumber = new SchemaField[DIRECT];
  private final List<SchemaField> others;
  private final long required;
  private final boolean open;

  private MessageType(List<SchemaField> fields, boolean open) {
    this.open = open;
    List<SchemaField> rest = new ArrayList<>();
    long needed = 0;
    for (SchemaField field : fields) {
      needed |= field.required() ? bit(field.number()) : 0;
      if (field.number() < DIRECT) {
        byNumber[field.number()] = field;
      } else {
        rest.add(field);
      }
    }
    others = List.copyOf(rest);
    required = needed;
  }

  /** The field of that number; null if the schema has none. */
  public SchemaField field(int number) {
    if (number < DIRECT) {
      return byNumber[number];
    }
    for (SchemaField field : others) {
      if (field.number() == number) {
        return field;
      }
    }
    return null;
  }

  /** Whether fields that are not declared are part of the message all the same. */
  public boolean isOpen() {
    return open;
  }

  /** The bits of the fields that must be there. */
  long required() {
    return required;
  }

  /** What a field adds to the set of those that were seen. */
  static long bit(int number) {
    return number < DIRECT ? 1L << number : 0;
  }

  public static Builder of() {
    return new Builder();
  }

  /** Declares fields in the order of their numbers. */
  public static final class Builder {
    private final List<SchemaField> fields = new ArrayList<>();
    private boolean open;

    public Builder field(FieldType type, int number, String name) {
      fields.add(SchemaField.of(number, name, type));
      return this;
    }

    Builder strings(int number, String name) {
      return field(FieldType.STRING, number, name).last(SchemaField::asRepeated);
    }

    public Builder string(int number, String name) {
      return field(FieldType.STRING, number, name);
    }

    Builder bool(int number, String name) {
      return field(FieldType.BOOL, number, name);
    }

    Builder int64(int number, String name) {
      return field(FieldType.INT64, number, name);
    }

    Builder uint64(int number, String name) {
      return field(FieldType.UINT64, number, name);
    }

    Builder fixed64(int number, String name) {
      return field(FieldType.FIXED64, number, name);
    }

    Builder number(int number, String name) {
      return field(FieldType.DOUBLE, number, name);
    }

    /** A repeated field; numbers may be packed or not. */
    Builder repeated(FieldType type, int number, String name) {
      return field(type, number, name).last(SchemaField::asRepeated);
    }

    Builder id(int length, int number, String name) {
      fields.add(
          new SchemaField(number, name, FieldType.ID, false, false, null, length, List.of()));
      return this;
    }

    /** An enumeration that is shown by its names. */
    Builder named(int number, String name, String... names) {
      fields.add(
          new SchemaField(number, name, FieldType.ENUM, false, false, null, 0, List.of(names)));
      return this;
    }

    public Builder message(int number, String name, Supplier<MessageType> message) {
      fields.add(
          new SchemaField(number, name, FieldType.MESSAGE, false, false, message, 0, List.of()));
      return this;
    }

    Builder messages(int number, String name, Supplier<MessageType> message) {
      return message(number, name, message).last(SchemaField::asRepeated);
    }

    /** The field declared last must be there. */
    public Builder needed() {
      return last(SchemaField::asRequired);
    }

    /** The schema has more fields than are declared here; they are walked without names. */
    public Builder open() {
      open = true;
      return this;
    }

    private Builder last(UnaryOperator<SchemaField> change) {
      fields.set(fields.size() - 1, change.apply(fields.get(fields.size() - 1)));
      return this;
    }

    public MessageType build() {
      return new MessageType(fields, open);
    }
  }
}
