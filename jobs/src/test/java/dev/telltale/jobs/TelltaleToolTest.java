package dev.telltale.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.command.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

final class TelltaleToolTest {
  @Test
  void theCommandLineIsFoundAsAToolAndAnswersWithItsExitCode() {
    ToolProvider tool =
        ServiceLoader.load(ToolProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(each -> each.name().equals("telltale"))
            .findFirst()
            .orElseThrow();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    assertEquals(
        ExitCode.DONE,
        tool.run(new PrintWriter(out), new PrintWriter(err), "rules", "show", "github.token"));
    assertTrue(out.toString().contains("github.token"), out.toString());
    assertEquals(
        ExitCode.MISTAKE, tool.run(new PrintWriter(out), new PrintWriter(err), "no-such-command"));
    assertTrue(err.toString().contains("no-such-command"), err.toString());
  }
}
