package dev.telltale.jobs.settings;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * One thing that a command is given, declared where it is used: an option, which a configuration
 * file may name as well, or an operand, known by its position. What the help says and how the text
 * is read follow from it. Immutable.
 */
public final class Setting<T> {
  private final String name;
  private final boolean operand;
  private final String shortName;
  private final String description;
  private final boolean required;
  private final boolean many;
  private final T standard;
  private final String shownDefault;
  private final ValueType<?> type;
  private final Function<List<String>, T> reader;

  private Setting(Builder<?> from, boolean many, T standard, Function<List<String>, T> reader) {
    this.name = from.name;
    this.operand = from.operand;
    this.shortName = from.shortName;
    this.description = Objects.requireNonNull(from.description, from.name);
    this.required = from.required;
    this.many = many;
    this.standard = standard;
    this.shownDefault = from.shownDefault;
    this.type = from.type;
    this.reader = reader;
  }

  /** An option: {@code --name}. */
  public static <T> Builder<T> option(String name, ValueType<T> type) {
    return new Builder<>(name, false, type);
  }

  /** An operand, named in the help by its type's placeholder. */
  public static <T> Builder<T> operand(ValueType<T> type) {
    return new Builder<>(type.placeholder(), true, type);
  }

  /** Without dashes, such as {@code min-coverage}. */
  public String name() {
    return name;
  }

  /** One or two sentences. */
  public String description() {
    return description;
  }

  boolean isOperand() {
    return operand;
  }

  /** As it is written: {@code --name}, or the placeholder of an operand. */
  String written() {
    return operand ? name : "--" + name;
  }

  /** Such as {@code -v}; null for none. */
  String shortName() {
    return shortName;
  }

  boolean required() {
    return required;
  }

  /** Whether it takes more than one value. */
  boolean many() {
    return many;
  }

  boolean isSwitch() {
    return type.placeholder().isEmpty();
  }

  ValueType<?> type() {
    return type;
  }

  /** Null where there is none. */
  T standard() {
    return standard;
  }

  /** The default in words; empty where there is none worth a word. */
  String shownDefault() {
    return shownDefault;
  }

  /**
   * Throws {@link IllegalArgumentException} whose message says what is allowed, or {@link
   * UserMistake} where there is more to say.
   */
  T read(List<String> texts) {
    return reader.apply(texts);
  }

  /** Collects what a setting is. */
  public static final class Builder<T> {
    private final String name;
    private final boolean operand;
    private final ValueType<T> type;
    private String shortName;
    private String description;
    private boolean required;
    private T standard;
    private String shownDefault = "";

    private Builder(String name, boolean operand, ValueType<T> type) {
      this.name = Objects.requireNonNull(name, "name");
      this.operand = operand;
      this.type = Objects.requireNonNull(type, "type");
    }

    public Builder<T> describedAs(String text) {
      description = text;
      return this;
    }

    /** A letter for it, such as {@code v} for {@code -v}. */
    public Builder<T> letter(char letter) {
      shortName = "-" + letter;
      return this;
    }

    public Builder<T> required() {
      required = true;
      return this;
    }

    /** The value where none is given; without this it is null. */
    public Builder<T> standard(T value) {
      standard = value;
      shownDefault = type.placeholder().isEmpty() ? "" : type.writer().apply(value);
      return this;
    }

    /** What happens where none is given, in words, where no value says it. */
    public Builder<T> standard(T value, String words) {
      standard = value;
      shownDefault = words;
      return this;
    }

    /** A setting of one value. */
    public Setting<T> one() {
      return new Setting<>(this, false, standard, texts -> type.reader().apply(texts.get(0)));
    }

    /** A setting of any number of values; none by default. */
    public Setting<List<T>> many() {
      return new Setting<>(
          this, true, List.of(), texts -> texts.stream().map(type.reader()).toList());
    }
  }
}
