package dev.telltale.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.telltale.detection.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets of which an item of a list says that they are ones. */
final class ArgumentsTest {
  private static final Scans SCANS = new Scans();
  private static final String PASSWORD = "Zq7xpL2m9Q";

  @AfterAll
  static void close() {
    SCANS.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'args':['redis-server','--requirepass','%s']}",
        "{'args':['--db-password','%s','--user','x']}",
        "{'args':['-u','root','-p','%s']}",
        "{'args':['sh','-c','mysql -uroot -p%s']}",
        "{'command':['redis-cli'],'args':['-h','cache','-a','%s']}",
        "{'Cmd':['vault','login','%s']}",
        "{'a':[['--api-key','%s']]}",
        "['--token','%s']",
        "{'key':'process.command_args','value':{'arrayValue':{'values':["
            + "{'stringValue':'redis-cli'},{'stringValue':'-a'},{'stringValue':'%s'}]}}}"
      })
  void theItemsBeforeSayWhatAnItemIs(String json) {
    Detected detected = SCANS.json(json.replace('\'', '"').formatted(PASSWORD));
    assertEquals(
        List.of(Scans.KEY.fingerprint(PASSWORD)),
        detected.findings().stream().map(Finding::fingerprint).toList());
    assertEquals(-1, Scans.redacted(detected).indexOf(PASSWORD));
  }

  @Test
  void anItemWithBlanksIsOneValue() {
    Finding finding = SCANS.only("{\"args\":[\"--password\",\"Zq7x pL2m9\"]}");
    assertEquals(Scans.KEY.fingerprint("Zq7x pL2m9"), finding.fingerprint());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'args':['--password-file','/run/secrets/db-password']}",
        "{'args':['--password','$(DB_PASSWORD)']}",
        "{'args':['docker','run','-p','8080:80']}",
        "{'args':['--password-stdin','registry.acme.io']}",
        "{'args':['--port','8080','--name','checkout-7f9c4d8b6-x2x9z']}"
      })
  void whatNamesNoSecretFindsNone(String json) {
    assertEquals(List.of(), SCANS.rules(json.replace('\'', '"')));
  }
}
