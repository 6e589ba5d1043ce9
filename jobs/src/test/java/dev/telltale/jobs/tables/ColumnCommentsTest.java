package dev.telltale.jobs.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.SparkForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every column says what it means, in SQL and in {@code docs/tables.md}, in the same words. */
@ExtendWith(HourlyLogs.class)
final class ColumnCommentsTest {
  private static final Path FILE = Path.of("..", "docs", "tables.md");
  private static final String HEAD = "| column | meaning |";

  private final SparkSession spark = SparkForTests.session();

  @Test
  void everyColumnOfATableHasAMeaning() {
    for (LakeTable table : LakeTable.values()) {
      assertEquals(
          Set.of(table.schema().fieldNames()), ColumnComments.of(table).keySet(), table.id());
    }
  }

  @Test
  void tablesOnDiskAndWhatSqlDescribesSayIt(SmallExport export) {
    for (LakeTable table : LakeTable.values()) {
      for (StructField column :
          spark.read().format("delta").load(export.lake().path(table)).schema().fields()) {
        assertEquals(
            ColumnComments.of(table).get(column.name()), column.getComment().get(), column.name());
      }
    }
    export.lake().registerViews();
    for (LakeView view : LakeView.values()) {
      Map<String, String> comments = ColumnComments.of(view);
      for (StructField column : spark.table(view.id()).schema().fields()) {
        String place = view.id() + "." + column.name();
        assertTrue(column.getComment().isDefined(), place);
        assertEquals(comments.get(column.name()), column.getComment().get(), place);
      }
      assertEquals(
          0,
          spark.sql("DESCRIBE " + view.id()).where("comment IS NULL OR comment = ''").count(),
          view.id());
    }
  }

  @Test
  void aCommentOfAViewIsOfAColumnThatItHas(SmallExport export) {
    export.lake().registerViews();
    for (LakeView view : LakeView.values()) {
      Set<String> columns = Set.of(spark.table(view.id()).columns());
      for (String name : ColumnComments.own(view).keySet()) {
        assertTrue(columns.contains(name), view.id() + "." + name);
      }
    }
  }

  /** With {@code -Dtelltale.docs.write=true} the document is written anew. */
  @Test
  void theDocumentSaysTheSame() throws IOException {
    List<String> lines = Files.readAllLines(FILE);
    List<String> expected = new ArrayList<>();
    LakeTable table = null;
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      if (line.startsWith("## ")) {
        String heading = line.substring(3);
        table =
            Arrays.stream(LakeTable.values())
                .filter(each -> each.id().equals(heading))
                .findFirst()
                .orElse(null);
      }
      expected.add(line);
      if (table != null && line.equals(HEAD)) {
        expected.add("|---|---|");
        ColumnComments.of(table)
            .forEach((name, meaning) -> expected.add("| `" + name + "` | " + meaning + " |"));
        while (at + 1 < lines.size() && lines.get(at + 1).startsWith("|")) {
          at++;
        }
      }
    }
    assertEquals(LakeTable.values().length, expected.stream().filter(HEAD::equals).count());
    if (Boolean.getBoolean("telltale.docs.write")) {
      Files.writeString(FILE, String.join("\n", expected) + "\n");
    }
    assertEquals(String.join("\n", expected), String.join("\n", Files.readAllLines(FILE)));
    assertFalse(expected.isEmpty());
  }
}
