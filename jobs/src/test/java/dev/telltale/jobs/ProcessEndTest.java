package dev.telltale.jobs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.command.ExitCode;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProcessEndTest {
  private static final Map<String, String> YARN_CLUSTER =
      Map.of("spark.master", "yarn", "spark.submit.deployMode", "cluster");

  @Test
  void aDriverInsideOfYarnReturnsWhenItIsDone() {
    assertTrue(ProcessEnd.isReturn(ExitCode.DONE, YARN_CLUSTER::get));
  }

  @Test
  void everyOtherCodeIsReported() {
    assertFalse(ProcessEnd.isReturn(ExitCode.FOUND, YARN_CLUSTER::get));
    assertFalse(ProcessEnd.isReturn(ExitCode.BUG, YARN_CLUSTER::get));
  }

  @Test
  void outsideOfYarnEveryCodeIsReported() {
    Map<String, String> client = Map.of("spark.master", "yarn");
    assertFalse(ProcessEnd.isReturn(ExitCode.DONE, client::get));
    assertFalse(ProcessEnd.isReturn(ExitCode.DONE, name -> null));
  }
}
