package dev.telltale.jobs.faults;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/** What a lake says about its objects, whichever run said it and when. */
public final class LakeRows {
  private static final List<String> OF_THE_RUN = List.of("run_id", "detected_at", "scanned_at");

  private LakeRows() {}

  /**
   * Every row of records, findings and the ledger, with all that it holds, in a fixed order; and a
   * row for each run that stands in {@code runs} more than once, where no run may.
   */
  public static List<String> of(SparkSession spark, String root) {
    Lake lake = new Lake(spark, root);
    return rows(lake, LakeTable.RECORDS)
        .union(rows(lake, LakeTable.FINDINGS))
        .union(rows(lake, LakeTable.OBJECTS))
        .union(doubledRuns(lake))
        .orderBy("value")
        .collectAsList();
  }

  private static Dataset<String> doubledRuns(Lake lake) {
    return lake.read(LakeTable.RUNS)
        .groupBy("run_id")
        .count()
        .where("count > 1")
        .select(concat_ws(" ", lit("runs"), col("run_id")).as("value"))
        .as(Encoders.STRING());
  }

  private static Dataset<String> rows(Lake lake, LakeTable table) {
    Column[] columns =
        Arrays.stream(table.schema().fieldNames())
            .filter(name -> !OF_THE_RUN.contains(name))
            .map(LakeRows::inOrder)
            .toArray(Column[]::new);
    return lake.read(table)
        .select(
            concat_ws(
                    " ",
                    lit(table.id()),
                    col("object_key"),
                    sha2(to_json(struct(columns)).cast("binary"), 256))
                .as("value"))
        .as(Encoders.STRING());
  }

  /** The entries of a map have none. */
  private static Column inOrder(String name) {
    return name.equals("attributes") ? array_sort(map_entries(col(name))).as(name) : col(name);
  }
}
