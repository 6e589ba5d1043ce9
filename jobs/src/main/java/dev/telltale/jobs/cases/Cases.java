package dev.telltale.jobs.cases;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.settings.Problem;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.tables.Lake;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The cases of a lake by their ids. An id that a case had before its values were many, or few,
 * finds it still. Driver; not thread-safe.
 */
public final class Cases {
  private static final Pattern ID = Pattern.compile("case-[0-9a-f]{12}");

  private final SparkSession spark;
  private final Lake lake;

  /**
   * @param spark a session whose temporary views may be replaced
   * @param lake opened with that session
   */
  public Cases(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /** The view {@code cases}, the gravest first. */
  public Dataset<Row> all() {
    return view("cases")
        .orderBy(
            expr("array_position(array('critical', 'high', 'medium', 'low'), severity)"),
            col("state").isin("proven", "erased"),
            col("places").desc(),
            col("case_id"));
  }

  /**
   * These cases, by the ids that they have now.
   *
   * @throws UserMistake naming every one that the lake does not have, before Spark does anything
   *     where it is no id at all
   */
  public NamedCases named(Collection<String> asked) {
    requireIds(asked);
    List<Row> rows = rows(asked);
    Map<String, String> now = new LinkedHashMap<>();
    rows.forEach(row -> now.put(row.getAs("case_id"), row.getAs("case_id")));
    List<String> rest = asked.stream().filter(id -> !now.containsKey(id)).toList();
    if (!rest.isEmpty()) {
      now.putAll(former(rest));
    }
    List<String> ids = resolved(asked, now);
    return new NamedCases(ids, rest.isEmpty() ? rows : rows(ids), findings(ids));
  }

  /** By ids that cases had before their values were many, or few, those that they have now. */
  private Map<String, String> former(List<String> asked) {
    Map<String, String> now = new LinkedHashMap<>();
    Dataset<Row> former = ids(asked).withColumnRenamed("case_id", "asked");
    for (String column : List.of("value_id", "field_id")) {
      view("case_findings")
          .join(former, col(column).equalTo(col("asked")))
          .select("asked", "case_id")
          .distinct()
          .orderBy("asked", "case_id")
          .collectAsList()
          .forEach(row -> now.putIfAbsent(row.getString(0), row.getString(1)));
    }
    return now;
  }

  private List<String> resolved(Collection<String> asked, Map<String, String> now) {
    List<Problem> unknown = new ArrayList<>();
    Set<String> resolved = new LinkedHashSet<>();
    for (String id : asked) {
      if (now.containsKey(id)) {
        resolved.add(now.get(id));
      } else {
        unknown.add(
            new Problem(
                "the lake has no case " + id,
                "neither its findings nor its ledger of actions have it",
                "telltale cases --lake " + lake.root() + " lists all of them"));
      }
    }
    if (!unknown.isEmpty()) {
      throw new UserMistake(unknown);
    }
    return List.copyOf(resolved);
  }

  /**
   * @throws UserMistake naming every text that cannot be the id of a case
   */
  public static void requireIds(Collection<String> asked) {
    List<Problem> wrong = new ArrayList<>();
    for (String id : asked) {
      if (!ID.matcher(id).matches()) {
        wrong.add(
            new Problem(
                "\"" + id + "\" is no case",
                "the id of a case is case- and 12 hexadecimal digits",
                "telltale cases --lake URI lists all of them"));
      }
    }
    if (asked.size() > RunLimits.MAX_NAMED_CASES) {
      wrong.add(
          new Problem(
              "too many cases are named",
              "at most " + RunLimits.MAX_NAMED_CASES + " fit into one command",
              "name fewer at a time"));
    }
    if (!wrong.isEmpty()) {
      throw new UserMistake(wrong);
    }
  }

  private List<Row> rows(Collection<String> resolved) {
    return view("cases").join(ids(resolved), "case_id").orderBy("case_id").collectAsList();
  }

  /** Every place of these cases. The ids stand in no plan as text. */
  private Dataset<Row> findings(Collection<String> resolved) {
    return view("case_findings").join(ids(resolved), "case_id");
  }

  /**
   * The places with this {@code finding_id}, one at most, with the columns of {@link
   * NamedCases#places()}.
   */
  public Dataset<Row> finding(String id) {
    return view("case_findings").where(col("finding_id").equalTo(id));
  }

  /**
   * The fields that cases leaked from, as the ledger of actions keeps them, so that other values in
   * the same field are known for what they are when the findings are gone: after {@code fields.}
   * and the id of the case, ids of fields with blanks between.
   *
   * @param resolved of {@link NamedCases#ids}
   */
  public Map<String, String> fields(Collection<String> resolved) {
    Map<String, String> fields = new LinkedHashMap<>();
    findings(resolved)
        .select("case_id", "field_id")
        .distinct()
        .orderBy("case_id", "field_id")
        .limit(RunLimits.MAX_NAMED_FIELDS)
        .collectAsList()
        .forEach(
            row ->
                fields.merge(
                    "fields." + row.getString(0),
                    row.getString(1),
                    (some, more) -> some + " " + more));
    return fields;
  }

  Dataset<Row> view(String name) {
    lake.register(Set.of(name));
    return spark.table(name);
  }

  SparkSession spark() {
    return spark;
  }

  private Dataset<Row> ids(Collection<String> ids) {
    return spark
        .createDataset(List.copyOf(new LinkedHashSet<>(ids)), Encoders.STRING())
        .toDF("case_id");
  }
}
