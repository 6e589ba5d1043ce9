package dev.telltale.jobs.leaks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.sql.SparkSession;

/** Failures of Spark, of its libraries and of Java whose messages quote what they failed on. */
final class ProvokedFailures {
  /** Queries over a view {@code canaries} with a text column {@code c}. */
  private static final List<String> QUERIES =
      List.of(
          "SELECT CAST(c AS INT) FROM canaries",
          "SELECT CAST(c AS BIGINT) + 1 FROM canaries",
          "SELECT CAST(c AS DOUBLE) FROM canaries",
          "SELECT CAST(c AS DECIMAL(10, 2)) FROM canaries",
          "SELECT CAST(c AS BOOLEAN) FROM canaries",
          "SELECT CAST(c AS DATE) FROM canaries",
          "SELECT CAST(c AS TIMESTAMP) FROM canaries",
          "SELECT CAST(c AS INTERVAL DAY TO SECOND) FROM canaries",
          "SELECT to_date(c, 'yyyy-MM-dd') FROM canaries",
          "SELECT to_timestamp(c, 'yyyy') FROM canaries",
          "SELECT date_format(current_date(), c) FROM canaries",
          "SELECT to_number(c, '999') FROM canaries",
          "SELECT to_binary(c, 'base64') FROM canaries",
          "SELECT unhex(c) IS NULL, conv(c, 10, 99) FROM canaries",
          "SELECT decode(to_binary(c, 'utf-8'), c) FROM canaries",
          "SELECT parse_url(concat('http:// ', c), 'HOST') FROM canaries",
          "SELECT url_decode(concat('%', c)) FROM canaries",
          "SELECT regexp_extract(c, concat('(', c), 0) FROM canaries",
          "SELECT regexp_replace(c, concat('[', c), '') FROM canaries",
          "SELECT from_json(c, 'a INT', map('mode', 'FAILFAST')) FROM canaries",
          "SELECT from_csv(concat(c, ',', c), 'a INT', map('mode', 'FAILFAST')) FROM canaries",
          "SELECT schema_of_json(c) FROM canaries",
          "SELECT parse_json(concat('{', c)) FROM canaries",
          "SELECT str_to_map(concat(c, ':1,', c, ':2')) FROM canaries",
          "SELECT element_at(array(c), 5) FROM canaries",
          "SELECT array(c)[7] FROM canaries",
          "SELECT length(c) / 0, c FROM canaries",
          "SELECT length(c) % 0, c FROM canaries",
          "SELECT CAST(length(c) * 1000 AS TINYINT), c FROM canaries",
          "SELECT aes_decrypt(to_binary(c, 'utf-8'), c) FROM canaries",
          "SELECT raise_error(c) FROM canaries",
          "SELECT assert_true(c = 'x', c) FROM canaries",
          "SELECT xpath(c, c) FROM canaries",
          "SELECT make_date(2026, 13, length(c)), c FROM canaries",
          "SELECT to_utc_timestamp(current_timestamp(), c) FROM canaries",
          "SELECT canary_fails(c) FROM canaries",
          // The text of a query is logged and quoted too.
          "SELECT CAST('%s' AS INT)",
          "SELECT * FROM canaries WHERE c = '%s' AND CAST(c AS INT) = 1",
          "SELECT '%s' FRM canaries",
          "SELECT `%s` FROM canaries",
          "SELECT * FROM canaries WHERE c RLIKE '(%s'");

  private final SparkSession spark;
  private final String canary;

  ProvokedFailures(SparkSession spark, String canary) {
    this.spark = spark;
    this.canary = canary;
  }

  /** Each by its name; each fails. */
  Map<String, Runnable> all() {
    Map<String, Runnable> failures = new LinkedHashMap<>();
    for (String query : QUERIES) {
      failures.put(query, () -> spark.sql(query.formatted(canary)).collectAsList());
    }
    inTasks()
        .forEach(
            (name, body) ->
                failures.put(
                    name,
                    () ->
                        JavaSparkContext.fromSparkContext(spark.sparkContext())
                            .parallelize(List.of(canary), 1)
                            .foreach(body)));
    failures.put("s3a", this::storeThatDoesNotAnswer);
    return failures;
  }

  void prepare() {
    spark
        .createDataset(List.of(canary, canary + "2"), org.apache.spark.sql.Encoders.STRING())
        .toDF("c")
        .repartition(2)
        .createOrReplaceTempView("canaries");
    spark
        .udf()
        .register(
            "canary_fails",
            (org.apache.spark.sql.api.java.UDF1<String, String>)
                text -> {
                  throw new IllegalStateException("cannot use " + text);
                },
            org.apache.spark.sql.types.DataTypes.StringType);
  }

  private static Map<String, VoidFunction<String>> inTasks() {
    Map<String, VoidFunction<String>> bodies = new LinkedHashMap<>();
    bodies.put("Integer.parseInt", text -> Integer.parseInt(text));
    bodies.put("Jackson", text -> new ObjectMapper().readTree("{" + text));
    bodies.put("URI", text -> URI.create("http:// " + text));
    bodies.put("Instant", text -> Instant.parse(text));
    bodies.put("LocalDate", text -> LocalDate.parse(text));
    bodies.put("Pattern", text -> Pattern.compile("(" + text));
    bodies.put("re2j", text -> com.google.re2j.Pattern.compile("(" + text));
    bodies.put("enum", text -> Thread.State.valueOf(text));
    bodies.put("class", text -> Class.forName(text));
    bodies.put("base64", text -> java.util.Base64.getDecoder().decode(text));
    bodies.put("uuid", text -> java.util.UUID.fromString(text));
    bodies.put(
        "cause",
        text -> {
          IllegalStateException failed =
              new IllegalStateException("outer", new UncheckedIOException(new IOException(text)));
          failed.addSuppressed(new IllegalArgumentException(text + "\n\tat " + text));
          throw failed;
        });
    bodies.put(
        "error",
        text -> {
          throw new AssertionError(text);
        });
    bodies.put(
        "logged",
        text ->
            org.slf4j.LoggerFactory.getLogger("com.example.library.Parser")
                .warn("cannot parse {}", text, new IllegalArgumentException(text)));
    return bodies;
  }

  private void storeThatDoesNotAnswer() {
    Configuration settings = new Configuration(spark.sparkContext().hadoopConfiguration());
    settings.set("fs.s3a.endpoint", "http://127.0.0.1:1");
    settings.set("fs.s3a.endpoint.region", "us-east-1");
    settings.set("fs.s3a.path.style.access", "true");
    settings.set("fs.s3a.access.key", "access");
    settings.set("fs.s3a.secret.key", canary);
    settings.set("fs.s3a.bucket.canaries.session.token", canary);
    settings.set("fs.s3a.attempts.maximum", "1");
    settings.set("fs.s3a.retry.limit", "0");
    settings.set("fs.s3a.impl.disable.cache", "true");
    try (var store = new Path("s3a://canaries/").getFileSystem(settings)) {
      store.listStatus(new Path("s3a://canaries/a"));
    } catch (IOException expected) {
      throw new UncheckedIOException(expected);
    }
  }
}
