package dev.telltale.sql;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A function of SQL: what it takes and gives, and which of {@link CoreFunctions} it is. What it
 * does is in the resource {@code functions.txt}, where {@code DESCRIBE FUNCTION} has it from.
 */
@SuppressWarnings("ImmutableEnumChecker")
enum SqlFunction {
  TELLTALE_DECODE(CoreFunctions.RECORDS, Key.ANY, CoreFunctions::decode, "content", "key?"),
  TELLTALE_FINDINGS(CoreFunctions.FINDINGS, Key.ANY, CoreFunctions::findings, "content", "key?"),
  TELLTALE_OBJECT(ObjectSchema.TYPE, Key.ANY, CoreFunctions::object, "content", "key?"),
  TELLTALE_DETECT(CoreFunctions.VALUES, Key.ANY, CoreFunctions::detect, "text", "field?"),
  TELLTALE_REDACT(DataTypes.StringType, Key.ANY, CoreFunctions::redact, "text", "field?"),
  TELLTALE_MASK(DataTypes.StringType, Key.NONE, CoreFunctions::mask, "value"),
  TELLTALE_FINGERPRINT(DataTypes.StringType, Key.NAMED, CoreFunctions::fingerprint, "value"),
  TELLTALE_KEY(KeySchema.TYPE, Key.NONE, CoreFunctions::key, "key"),
  DECODE_GITPOD_METRICS(
      CoreFunctions.RECORDS, Key.ANY, CoreFunctions::decodeGitpodMetrics, "content"),
  DECODE_OTLP(CoreFunctions.RECORDS, Key.ANY, CoreFunctions::decodeOtlp, "content"),
  DECODE_REMOTE_WRITE(CoreFunctions.RECORDS, Key.ANY, CoreFunctions::decodeRemoteWrite, "content");

  /** Which fingerprint key a function works with. */
  enum Key {
    NONE,
    /** That of the session's setting, or one of the application's own. */
    ANY,
    /** That of the session's setting, without which the function refuses. */
    NAMED
  }

  private static final String CONTENT = "content";
  private static final String OPTIONAL = "?";

  /** A function of one value and another that may be missing. */
  private interface Body<A> {
    Object of(CoreFunctions core, A first, UTF8String second);
  }

  /** A function of one value. */
  private interface ShortBody<A> {
    Object of(CoreFunctions core, A value);
  }

  private final DataType type;
  private final Key key;
  private final Body<Object> body;
  private final List<String> parameters;

  <A> SqlFunction(DataType type, Key key, ShortBody<A> body, String parameter) {
    this(
        type,
        key,
        (CoreFunctions core, A value, UTF8String none) -> body.of(core, value),
        parameter,
        null);
  }

  @SuppressWarnings("unchecked")
  <A> SqlFunction(DataType type, Key key, Body<A> body, String first, String second) {
    this.type = type;
    this.key = key;
    this.body = (Body<Object>) body;
    this.parameters = second == null ? List.of(first) : List.of(first, second);
  }

  /**
   * @param first of the first parameter's type, as Spark has it in rows
   * @param second null where there is none
   * @return of {@link #type}, as Spark has it in rows; or null
   */
  Object call(CoreFunctions core, Object first, UTF8String second) {
    return body.of(core, first, second);
  }

  /** The name in SQL. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  DataType type() {
    return type;
  }

  Key key() {
    return key;
  }

  List<String> parameters() {
    return parameters.stream().map(each -> each.replace(OPTIONAL, "")).toList();
  }

  boolean isOptional(int parameter) {
    return parameters.get(parameter).endsWith(OPTIONAL);
  }

  DataType parameterType(int parameter) {
    return parameters.get(parameter).equals(CONTENT) ? DataTypes.BinaryType : DataTypes.StringType;
  }
}
