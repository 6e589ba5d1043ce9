package dev.telltale.jobs.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingMarksTest {
  private static final Configuration HADOOP = new Configuration(false);

  @TempDir Path lake;

  @Test
  void objectThatEndedAnAttemptIsKnownToTheNextOne() throws IOException {
    ReadingMarks marks = new ReadingMarks(lake.toUri().toString(), "run");
    ReadingMarks.Attempt second = marks.attempt(HADOOP, 1);
    second.begin(7);
    second.end(7);
    second.begin(8);
    assertFalse(second.endedAnEarlierOne(8));
    ReadingMarks.Attempt third = marks.attempt(HADOOP, 2);
    assertTrue(third.endedAnEarlierOne(8));
    assertFalse(third.endedAnEarlierOne(7));
  }

  @Test
  void firstAttemptWritesNothing() throws IOException {
    ReadingMarks.Attempt first =
        new ReadingMarks(lake.toUri().toString(), "run").attempt(HADOOP, 0);
    first.begin(7);
    assertFalse(first.endedAnEarlierOne(7));
    assertEquals(0, lake.toFile().list().length);
  }

  @Test
  void finishedRunLeavesNoMarks() throws IOException {
    ReadingMarks marks = new ReadingMarks(lake.toUri().toString(), "run");
    marks.attempt(HADOOP, 1).begin(7);
    marks.forget(HADOOP);
    assertFalse(Files.exists(lake.resolve("_telltale/reading/run")));
  }
}
