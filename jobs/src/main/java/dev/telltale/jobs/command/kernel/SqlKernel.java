package dev.telltale.jobs.command.kernel;

import dev.telltale.jobs.command.notebook.CellResult;
import dev.telltale.jobs.command.notebook.CellRunner;
import dev.telltale.jobs.command.notebook.ResultChart;
import dev.telltale.jobs.command.notebook.SqlCell;
import dev.telltale.jobs.command.notebook.Variables;
import dev.telltale.jobs.command.sql.LakeSql;
import dev.telltale.jobs.page.Pages;
import dev.telltale.jobs.page.chart.Chart;
import dev.telltale.jobs.settings.ProductVersion;
import dev.telltale.jobs.settings.UserMistake;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;

/**
 * A kernel whose language is Spark SQL over one lake: cells read as {@code %%sql} cells do, with or
 * without that first line. Cells are run by one thread; an interrupt comes from another.
 */
final class SqlKernel extends BaseKernel {
  private final CompletableFuture<LakeSql> lake;
  private final Completion completion = new Completion();
  private final Variables variables = new Variables(List.of());
  private volatile Thread running;

  SqlKernel(CompletableFuture<LakeSql> lake) {
    super(
        "Telltale SQL",
        ProductVersion.text(),
        new LanguageInfo.Builder("sql")
            .version("Spark 4.1")
            .mimetype("text/x-sql")
            .fileExtension(".sql")
            .pygments("sql")
            .codemirror("text/x-sql")
            .build(),
        List.of(),
        null,
        new JupyterIO(StandardCharsets.UTF_8),
        new CommManager(),
        new Renderer(),
        null,
        new MagicsRegistry(),
        false,
        new StringStyler.Builder().build());
    this.lake = lake;
  }

  /** Without the extensions that the library looks for on the class path. */
  @Override
  public void onStartup() {
    installNotebookKernel();
  }

  @Override
  public String getBanner() {
    return "Telltale SQL: Spark SQL over the tables and views of a lake; SHOW TABLES lists them";
  }

  /** An error that left here would end the kernel without an answer. */
  @Override
  public Object evalRaw(String source) {
    running = Thread.currentThread();
    try (CellProgress progress = new CellProgress(getIO().display)) {
      progress.start();
      return answer(source);
    } catch (UserMistake mistake) {
      throw new CellFailure(mistake.getMessage());
    } catch (Throwable failed) {
      throw new CellFailure(
          Thread.interrupted() || isCancelled(failed)
              ? "cancelled"
              : "failed: " + failed.getClass().getName());
    } finally {
      running = null;
    }
  }

  private static boolean isCancelled(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException
          || (cause instanceof org.apache.spark.SparkThrowable spark
              && "SPARK_JOB_CANCELLED".equals(spark.getCondition()))) {
        return true;
      }
    }
    return false;
  }

  private Object answer(String source) {
    SqlCell cell = SqlCell.of(source);
    if (cell.isEmpty()) {
      return null;
    }
    CellResult result = new CellRunner(opened(), variables).run(cell);
    if (cell.chart() != null) {
      Chart chart = ResultChart.of(cell.chart(), result, "cell" + executionCount.get());
      if (chart != null) {
        DisplayData picture = new DisplayData();
        picture.putSVG(Pages.svg(chart));
        picture.putText(chart.title());
        display(picture);
      }
    }
    DisplayData data = new DisplayData();
    data.putHTML(Pages.html(result.table(cell.caption().isEmpty() ? "Result" : cell.caption())));
    data.putText(result.plain());
    return data;
  }

  private LakeSql opened() {
    try {
      return lake.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException unchecked ? unchecked : failed;
    }
  }

  /** Stops the jobs of a cell, and the thread that plans them. */
  @Override
  public void interrupt() {
    Thread cell = running;
    if (cell != null) {
      scala.Option<SparkSession> session = SparkSession.getDefaultSession();
      if (session.isDefined()) {
        SparkContext context = session.get().sparkContext();
        context.cancelAllJobs();
      }
      cell.interrupt();
    }
  }

  @Override
  public List<String> formatError(Throwable failed) {
    return failed instanceof CellFailure ? failed.getMessage().lines().toList() : List.of("failed");
  }

  /**
   * Jupyter counts in code points, Java in UTF-16 units.
   *
   * @param at in code points
   */
  @Override
  public ReplacementOptions complete(String code, int at) {
    int points = Math.max(0, Math.min(at, code.codePointCount(0, code.length())));
    int cursor = code.offsetByCodePoints(0, points);
    int start = code.codePointCount(0, Completion.wordStart(code, cursor));
    return new ReplacementOptions(completion.at(code, cursor), start, points);
  }

  /** Nothing: what columns mean, DESCRIBE says. */
  @Override
  public DisplayData inspect(String code, int at, boolean extraDetail) {
    return null;
  }

  @Override
  public String isComplete(String code) {
    return code.stripTrailing().endsWith(";") ? IS_COMPLETE_YES : IS_COMPLETE_MAYBE;
  }
}
