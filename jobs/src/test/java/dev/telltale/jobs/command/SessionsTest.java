package dev.telltale.jobs.command;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.settings.UserMistake;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

final class SessionsTest {
  @Test
  void theUserInterfaceIsForThisMachineUnlessAnAddressIsNamed() {
    SparkConf on = new SparkConf(false).set("spark.ui.enabled", "true");
    for (String unset : new String[] {null, "", " "}) {
      UserMistake mistake =
          assertThrows(UserMistake.class, () -> Sessions.requireClosedUi(on, unset));
      assertTrue(mistake.getMessage().contains("SPARK_LOCAL_IP=127.0.0.1"), mistake.getMessage());
    }
    Sessions.requireClosedUi(on, "127.0.0.1");
    Sessions.requireClosedUi(on, "0.0.0.0");
    Sessions.requireClosedUi(new SparkConf(false).set("spark.ui.enabled", "false"), null);
  }
}
