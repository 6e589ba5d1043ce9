package dev.telltale.sql;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.limit.Limits;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;

/** Registers the core's functions with a session. Driver. */
public final class SqlFunctions {
  /** The functions, as SQL calls them. */
  public static final List<String> NAMES =
      List.of(
          "telltale_records(content, key)",
          "telltale_findings(content, key)",
          "telltale_object(content, key)",
          "telltale_detect(text, field)",
          "telltale_redact(text, field)",
          "telltale_key(key)");

  private static final String KEYLESS = "telltale_key";

  private SqlFunctions() {}

  /** Their names alone. */
  public static List<String> names() {
    return NAMES.stream().map(each -> each.substring(0, each.indexOf('('))).toList();
  }

  /** Whether a statement names a function that makes fingerprints, and so needs a key. */
  public static boolean needKey(String statement) {
    String lower = statement.toLowerCase(Locale.ROOT);
    return names().stream().anyMatch(name -> !name.equals(KEYLESS) && lower.contains(name));
  }

  /** Registers the functions that need no key. */
  public static void register(SparkSession spark) {
    UDF1<String, Object> parsed = CoreFunctions::key;
    spark.udf().register(KEYLESS, parsed, KeySchema.TYPE);
  }

  /**
   * Registers all functions; fingerprints are made with the given key, which travels {@linkplain
   * SealedKey sealed} inside the functions and never in a setting.
   *
   * @throws IllegalStateException if the session writes its scratch files in clear
   */
  public static void register(SparkSession spark, FingerprintKey key) {
    CoreFunctions core = new CoreFunctions(SealedKey.of(key), Limits.defaults());
    UDF2<byte[], String, Object> records = core::records;
    UDF2<byte[], String, Object> findings = core::findings;
    UDF2<byte[], String, Object> object = core::object;
    UDF2<String, String, Object> detect = core::detect;
    UDF2<String, String, String> redact = core::redact;
    spark.udf().register("telltale_records", records, new ArrayType(RecordSchema.TYPE, false));
    spark.udf().register("telltale_findings", findings, new ArrayType(FindingSchema.PLACE, false));
    spark.udf().register("telltale_object", object, ObjectSchema.TYPE);
    spark.udf().register("telltale_detect", detect, new ArrayType(FindingSchema.VALUE, false));
    spark.udf().register("telltale_redact", redact, DataTypes.StringType);
    register(spark);
  }
}
